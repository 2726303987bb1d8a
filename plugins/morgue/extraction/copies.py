"""Which words of a page stand a second time, and where their other copy is."""

from bisect import bisect_left
from itertools import accumulate

from morgue.extraction.page import Page
from morgue.extraction.repeats import CHANGED, bridged, first_copies

Pair = tuple[int, int]
"""A word and its other copy, as positions."""


class Copies:
    """The words of a page as copies of each other; those that are taken out are copies of nothing any more."""

    def __init__(self, page: Page, aside: list[tuple[int, int]]) -> None:
        """Compare the words of a page, but for those ``aside``, as ``[start, end)``: they are nobody's copies."""
        roots = first_copies(page.words)
        for start, end in aside:
            roots[start:end] = [-1] * (end - start)
        self._roots = bridged(roots)
        self._places: dict[int, list[int]] = {}
        for position, root in enumerate(self._roots):
            if root >= 0:
                self._places.setdefault(root, []).append(position)
        second = (root == CHANGED or 0 <= root < position for position, root in enumerate(self._roots))
        alone = (root == -1 for root in self._roots)
        self._second = [0, *accumulate(second)]
        self._alone = [0, *accumulate(alone)]
        self._gone: list[tuple[int, int]] = []

    def second(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` stand further up on the page too."""
        return self._second[end] - self._second[start]

    def alone(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` stand nowhere else."""
        return self._alone[end] - self._alone[start]

    def take(self, start: int, end: int) -> None:
        """Forget the words ``[start, end)``: they were taken out of the page."""
        self._gone.append((start, end))

    def gone(self, start: int, end: int) -> int:
        """Return how many of the words ``[start, end)`` were taken out."""
        return sum(max(0, min(end, last) - max(start, first)) for first, last in self._gone)

    def sources(self, start: int, end: int, before: int, follows: Pair | None = None) -> list[Pair]:
        """Return the words ``[start, end)`` that stand before a position too, each with where, in their order.

        Of several places the one that goes on from the word before is taken (``follows`` for the first), else the
        nearest.
        """
        found: list[Pair] = []
        for position in range(start, end):
            root = self._roots[position]
            if root < 0:
                continue
            place = follows[1] + position - follows[0] if follows else -1
            if not (0 <= place < before and self._roots[place] == root and not self.gone(place, place + 1)):
                place = self._nearest(root, before)
            if place >= 0:
                follows = position, place
                found.append(follows)
        return found

    def _nearest(self, root: int, before: int) -> int:
        places = self._places[root]
        at = bisect_left(places, before) - 1
        while at >= 0 and self.gone(places[at], places[at] + 1):
            at -= 1
        return places[at] if at >= 0 else -1
