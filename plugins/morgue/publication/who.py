"""The key of who is who in a clipping."""

from morgue.model import Record
from morgue.publication.actor_words import FOUND
from morgue.publication.catalogue import Catalogue
from morgue.publication.mentions import anchors_of
from morgue.publication.roles import role_on
from morgue.publication.views import NamedView


def who_is_who(catalogue: Catalogue, record: Record, *, in_text: bool) -> tuple[NamedView, ...]:
    """Return the actors of a clipping that have a page, in its own order; ``in_text`` where its whole text is shown.

    A role is that of the day on which the clipping was published.
    """
    links, files = catalogue.actor_links, catalogue.authority.actors
    anchors = anchors_of(record, links) if in_text else {}
    return tuple(
        NamedView(
            name=links[actor.id].name,
            url=links[actor.id].url,
            kind=catalogue.archive.actors[actor.id].kind,
            role=role_on(catalogue, files[actor.id], record.clipping.published) if actor.id in files else "",
            found="" if catalogue.archive.actors[actor.id].known else FOUND,
            mentions=len(actor.mentions),
            anchor=anchors.get(actor.id, ""),
        )
        for actor in record.actors
        if actor.id in links
    )
