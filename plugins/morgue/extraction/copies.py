"""Which words of a text stand a second time, and where their other copy is."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import Any, Protocol

import numpy as np

from morgue.extraction.repeats import CHANGED, Positions, bridged

Stretch = tuple[int, int]
"""Words of a text, ``[start, end)``."""

_NEAR = 30
"""Words that one copy may have between two of its paragraphs, and the other not, at the most."""


Marks = np.ndarray[Any, np.dtype[np.bool_]]
"""Which words of a text are so, one for each."""


class Span(Protocol):
    """Something that is made of the words ``[start, end)``."""

    @property
    def start(self) -> int:
        """Its first word."""

    @property
    def end(self) -> int:
        """The word behind its last."""


Pair = tuple[int, int]
"""A word and its other copy, as positions."""


_REPEATED = 0.8
"""Of the words of a piece that its other copy must have: the rest are buttons and times that differ between copies."""

CALL = 3
"""Words of "Read more" at the most: a call to read on, behind a text that is cut short, tells nothing."""

_DISTINCT = 0.75
"""Of a copy's words that must have a place of their own in the other copy: an article says little twice."""


class Copies:
    """The words of a text as copies of each other; those that are taken out are copies of nothing any more."""

    def __init__(self, roots: Positions, aside: Iterable[Stretch] = ()) -> None:
        """Take each word's first copy (``first_copies``); words ``aside``, ``[start, end)``, are nobody's copies."""
        roots = roots.copy()
        for start, end in aside:
            roots[start:end] = -1
        roots = bridged(roots)
        self._roots: list[int] = roots.tolist()
        self._places: dict[int, list[int]] = {}
        for position in np.flatnonzero(roots >= 0).tolist():
            self._places.setdefault(self._roots[position], []).append(position)
        self._second = _counted((roots == CHANGED) | is_second(roots))
        self._alone = _counted(roots == -1)
        self._gone = bytearray(len(self._roots))
        self._before: dict[int, int] = {}

    def second(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` stand further up too."""
        return self._second[end] - self._second[start]

    def alone(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` stand nowhere else."""
        return self._alone[end] - self._alone[start]

    def own(self, start: int, end: int, copied: Collection[int]) -> int:
        """Return how many of the words ``[start, end)`` stand nowhere further up and are not among those ``copied``."""
        return sum(word not in copied and self._roots[word] in (-1, word) for word in range(start, end))

    def repeats(self, start: int, end: int) -> bool:
        """Say whether the words ``[start, end)`` are a copy of others further up, a few words apart."""
        words, second = end - start, self.second(start, end)
        return second > 0 and (second >= _REPEATED * words or (words - second <= CALL and second >= words / 2))

    def are_distinct(self, start: int, end: int, pairs: Iterable[Pair]) -> bool:
        """Say whether nearly all that the words ``[start, end)`` repeat has a place of its own among the ``pairs``."""
        return len({place for _, place in pairs}) >= _DISTINCT * self.second(start, end)

    def take(self, start: int, end: int) -> None:
        """Forget the words ``[start, end)``: they were taken out of the text."""
        self._gone[start:end] = b"\1" * (end - start)

    def gone(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` were taken out."""
        return self._gone.count(1, start, end)

    def sources(self, start: int, end: int, before: int, follows: Pair | None = None) -> list[Pair]:
        """Return the words ``[start, end)`` that stand before a position too, each with where, in their order.

        Of several places the one that goes on from the word before is taken (``follows`` for the first), else the
        nearest.
        """
        found: list[Pair] = []
        roots, gone = self._roots, self._gone
        apart = follows[0] - follows[1] if follows else end
        for position in range(start, end):
            root = roots[position]
            if root < 0:
                continue
            place = position - apart
            if not (0 <= place < before and roots[place] == root and not gone[place]):
                place = self._nearest(root, before)
                if place < 0:
                    continue
                apart = position - place
            found.append((position, place))
        return found

    def _nearest(self, root: int, before: int) -> int:
        places = self._places[root]
        at = bisect_left(places, before) - 1
        passed = []
        while at >= 0 and self._gone[places[at]]:
            passed.append(places[at])
            at = self._before.get(places[at], at - 1)
        # What is gone stays gone: the next search steps over all of it at once.
        self._before.update(dict.fromkeys(passed, at))
        return places[at] if at >= 0 else -1


def is_second(roots: Positions) -> Marks:
    """Say for each word whether it stands further up too; ``roots`` are the words' first copies."""
    return (roots >= 0) & (roots < np.arange(len(roots)))


def _counted(marks: Marks) -> list[int]:
    """Return for each place between words how many before it are marked."""
    return [0, *np.cumsum(marks).tolist()]


def is_in(stretches: Sequence[Stretch], position: int) -> bool:
    """Say whether a word stands in one of some stretches, which are in order and apart."""
    at = bisect_right(stretches, position, key=itemgetter(0)) - 1
    return at >= 0 and position < stretches[at][1]


def extent(places: Iterable[int]) -> Stretch:
    """Return the words that the places of a copy span, but for phrases that stand far off, in a menu or a teaser."""
    ordered = sorted(places)
    trim = len(ordered) // 20
    low, high = trim, len(ordered) - 1 - trim
    while low and ordered[low] - ordered[low - 1] <= _NEAR:
        low -= 1
    while high + 1 < len(ordered) and ordered[high + 1] - ordered[high] <= _NEAR:
        high += 1
    return ordered[low], ordered[high] + 1
