"""Links that only a removed copy has: the copy's reason names them, so that an archivist may put it back."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from morgue.cleaning.meant import meant
from morgue.model import Clipping, Mark, Removal

_BODIES = frozenset({"twin", "repeat"})
"""Rules that take parts of a body: a title or a teaser links to what the page shows anyway."""

_NAMED = 3
"""Addresses that a reason names at the most."""


def with_lost_links(clipping: Clipping, removals: Sequence[Removal]) -> list[Removal]:
    """Return the removals in order, those of copies with the links that the text is left without."""
    starts = [removal.start for removal in removals]
    lost: dict[int, list[str]] = {}
    kept: set[str] = set()
    for block in clipping.blocks:
        for mark in block.marks:
            if mark.tag == "a":
                at = bisect_right(starts, mark.start) - 1
                address, _ = meant(mark.href)  # each copy may have parameters of its own
                if at >= 0 and _covers(removals[at], mark):
                    lost.setdefault(at, []).append(address)
                else:
                    kept.add(address)
    return [
        _noted(removal, [href for href in dict.fromkeys(lost.get(at, ())) if href not in kept])
        for at, removal in enumerate(removals)
    ]


def _covers(removal: Removal, mark: Mark) -> bool:
    return removal.start <= mark.start and mark.end <= removal.end


def _noted(removal: Removal, links: Sequence[str]) -> Removal:
    if removal.rule not in _BODIES or not links:
        return removal
    more = f" and {len(links) - _NAMED} more" if len(links) > _NAMED else ""
    return replace(removal, reason=f"{removal.reason}; it alone links to {', '.join(links[:_NAMED])}{more}")
