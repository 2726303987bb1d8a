"""Names in full on a page, looked up by their last words or their first ones."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

_PARTED = re.compile(r"[ -]")


class Wholes:
    """Persons named in full, each with where; case makes no difference."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        """Take names and the index of the word that each begins with, in order."""
        self._ends: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
        self._begins: dict[str, set[str]] = defaultdict(set)
        for name, place in names:
            for ending in endings(name):
                places, bearers = self._ends[ending]
                places.append(place)
                bearers.append(name)
            self._begins[name.casefold().partition(" ")[0]].add(name)

    def ends_with(self, text: str) -> bool:
        """Say whether a text is the end of somebody's name."""
        return text.casefold() in self._ends

    def bearers(self, text: str, place: int) -> set[str]:
        """Return the whole names of which a shorter one may be the end, or else the beginning.

        Of several that end so the last one before the place is meant.
        """
        small = text.casefold()
        if small not in self._ends:
            return self._begins.get(small, set())
        places, names = self._ends[small]
        before = bisect_right(places, place)
        return {names[before - 1]} if before else set(names)


def endings(name: str) -> Iterator[str]:
    """Yield the last words of a name, in small letters, from the longest on; not all of it."""
    small = name.casefold()
    for match in _PARTED.finditer(small):
        yield small[match.end() :]
