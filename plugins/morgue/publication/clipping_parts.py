"""What a clipping's page and its card show alike."""

from morgue.model import Record
from morgue.publication.catalogue import Catalogue
from morgue.publication.plain import line
from morgue.publication.views import Link


def title_of(record: Record) -> str:
    """Return a clipping's title, or words that stand for it."""
    return line(record.clipping.title) or "Untitled clipping"


def topics_of(catalogue: Catalogue, record: Record) -> tuple[Link, ...]:
    """Return links to the topics that a clipping is filed under, in its own order."""
    links = catalogue.topic_links
    return tuple(links[match.id] for match in record.topics if match.id in links)
