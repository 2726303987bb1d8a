"""Addresses of actors that an archivist's decisions have emptied, and where each leads now."""

from collections.abc import Iterator

from morgue.publication.catalogue import Catalogue
from morgue.publication.clipping_parts import title_of
from morgue.publication.plain import line
from morgue.publication.taxonomies import Actor, filed_under
from morgue.publication.views import Group, Link, PartedView

_INDEX = Link("Actors", "actors/")

_MOST = 3
"""Stories by which a reader tells one part from another of the same name."""


def moved_actors(catalogue: Catalogue) -> Iterator[tuple[Actor, Link]]:
    """Yield each actor that was merged or rejected, as the entry it was, with a link to what stands for it.

    That is the page of the one that it went into, or the index where there is none. A renamed actor keeps its id, and
    so its address.
    """
    decisions = catalogue.authority.decisions
    moves = [(old, stays) for stays, merged in decisions.merge.items() for old in merged]
    moves += [(old, "") for old in decisions.reject]
    for old, stays in sorted(moves):
        yield filed_under(Actor, old, old, catalogue.pelican), catalogue.actor_links.get(stays, _INDEX)


def parted_actors(catalogue: Catalogue) -> Iterator[PartedView]:
    """Yield the page that stands for each parted actor: it offers all that the actor was."""
    for whole, parts in sorted(catalogue.authority.decisions.split.items()):
        groups = tuple(filter(None, (_part(catalogue, part) for part in parts)))
        title = " or ".join(dict.fromkeys(group.name for group in groups)) or _INDEX.name
        yield PartedView(title, filed_under(Actor, whole, whole, catalogue.pelican).url, groups)


def _part(catalogue: Catalogue, part: str) -> Group | None:
    """Return a part's own page, if it has one, and its newest stories; None where nothing names it."""
    names = {
        catalogue.represents(address): named.name
        for address, record in catalogue.archive.records.items()
        for named in record.actors
        if named.id == part
    }
    stories = [Link(title_of(catalogue.record(address)), address) for address in catalogue.listed if address in names]
    page = catalogue.actor_links.get(part)
    if page:
        return Group(page.name, part, (page, *stories[:_MOST]))
    return Group(line(names[stories[0].url]), part, tuple(stories)) if stories else None
