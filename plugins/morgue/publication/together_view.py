"""The page that tells who is named in the same stories as whom."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from morgue.collation import CoMention, co_mentions
from morgue.publication.actor_words import FOUND, QUESTION, together_lead
from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.chart_views import Pair
from morgue.publication.matrix import anchor, matrix
from morgue.publication.views import Link
from morgue.publication.views_of_actors import TogetherView

URL = "named-together/"

_MOST = 16
"""Actors in the drawing: as many as stand side by side on a screen, and no more than 120 pairs to read."""

_LEAST = 3
"""With fewer there is nothing to compare."""

_STORIES = 3
"""Stories named beside a pair, the newest; search has the others."""


def together_views(catalogue: Catalogue) -> Iterator[TogetherView]:
    """Yield the page of the archive and that of each topic, where enough actors meet."""
    topics = {name: url for name in catalogue.topics if (url := together_url(catalogue, name))}
    links = catalogue.topic_links
    if together_url(catalogue):
        elsewhere = tuple(Link(links[name].name, url) for name, url in topics.items())
        yield _view(catalogue, catalogue.listed, None, URL, elsewhere)
    for name, url in topics.items():
        yield _view(catalogue, catalogue.topics[name], links[name], url, (Link("The whole archive", URL),))


def together_url(catalogue: Catalogue, topic: str = "") -> str:
    """Return the address of the archive's or a topic's page, or nothing where too few actors meet in its stories."""
    addresses = catalogue.topics[topic] if topic else catalogue.listed
    named = (catalogue.named_at.get(address, ()) for address in addresses)
    several = {actor for actors in named if len(actors) > 1 for actor in actors}
    return (f"{URL}{topic}/" if topic else URL) if len(several) >= _LEAST else ""


def _view(
    catalogue: Catalogue, addresses: Iterable[str], topic: Link | None, url: str, elsewhere: tuple[Link, ...]
) -> TogetherView:
    """Return a page; it is kept from search engines where it names a person without an authority file."""
    found = co_mentions(catalogue.named_at, addresses, _MOST)
    entries = [catalogue.archive.actors[actor] for actor in found.actors]
    private = any(entry.kind == "person" and not entry.known for entry in entries)
    name = topic.name if topic else ""
    return TogetherView(
        title=f"Named together: {name}" if name else "Named together",
        url=url,
        topic=topic,
        question=QUESTION,
        lead=together_lead(names=len(entries), everybody=len(entries) < _MOST, topic=name),
        matrix=matrix(found, catalogue.actor_links),
        pairs=tuple(_pair(catalogue, pair) for pair in found.pairs),
        elsewhere=elsewhere,
        noindex=catalogue.settings.noindex or private,
    )


def _pair(catalogue: Catalogue, pair: CoMention) -> Pair:
    one, other = _marked(catalogue, pair.one), _marked(catalogue, pair.other)
    stories = cards_of(catalogue, pair.clippings[:_STORIES])
    count = len(pair.clippings)
    return Pair(anchor(pair), one, other, count, stories, count - len(stories))


def _marked(catalogue: Catalogue, actor: str) -> Link:
    """Return a link to an actor, with a note where a machine found the name."""
    return replace(catalogue.actor_links[actor], note="" if catalogue.archive.actors[actor].known else FOUND)
