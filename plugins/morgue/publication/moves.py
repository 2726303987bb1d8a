"""Addresses that an archivist's merging has emptied, and the page that each leads to now."""

from collections.abc import Iterator

from morgue.publication.catalogue import Catalogue
from morgue.publication.taxonomies import Actor, filed_under
from morgue.publication.views import Link


def moved_actors(catalogue: Catalogue) -> Iterator[tuple[Actor, Link]]:
    """Yield each actor that was merged into another, as the entry it was, with a link to the one that stays.

    A renamed actor keeps its id, and so its address.
    """
    merge = catalogue.authority.decisions.merge
    for old, stays in sorted((old, stays) for stays, merged in merge.items() for old in merged):
        yield filed_under(Actor, old, old, catalogue.pelican), catalogue.actor_links[stays]
