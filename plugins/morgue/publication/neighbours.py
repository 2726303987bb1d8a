"""What stands most often beside something: the entries of a list, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from morgue.publication.views import Link


def most_often(
    found: Iterable[Iterable[str]], links: Mapping[str, Link], most: int, but: frozenset[str] = frozenset()
) -> tuple[Link, ...]:
    """Return the ids (as ``links`` shows them) that stand in most of some groups of ids, with in how many."""
    seen = Counter(identity for group in found for identity in group)
    ranked = sorted((identity for identity in seen if identity not in but), key=lambda name: (-seen[name], name))
    return tuple(replace(links[identity], count=seen[identity]) for identity in ranked[:most])
