"""Addresses that an archivist's decision has emptied, and the page that each leads to now."""

from collections.abc import Iterator

from morgue.address import slug
from morgue.publication.catalogue import Catalogue
from morgue.publication.taxonomies import Actor, filed_under
from morgue.publication.views import Link


def moved_actors(catalogue: Catalogue) -> Iterator[tuple[Actor, Link]]:
    """Yield each actor that was merged or renamed away, as the entry it was, with a link to where it is now."""
    decisions = catalogue.authority.decisions
    now = {old: kept for kept, merged in decisions.merge.items() for old in merged}
    now |= {old: slug(name) for old, name in decisions.rename.items() if old not in catalogue.actors}
    for old in sorted(now):
        target, seen = now[old], {old}
        while target in now and target not in seen:
            seen.add(target)
            target = now[target]
        if old not in catalogue.actors and target in catalogue.actor_links:
            yield filed_under(Actor, old, old, catalogue.pelican), catalogue.actor_links[target]
