"""Which of two copies stays on a page."""

from collections.abc import Sequence

from morgue.extraction.containers import apart, container, span
from morgue.extraction.copies import CALL, Copies, Pair, Stretch
from morgue.extraction.labels import without_call
from morgue.extraction.meant import Flow
from morgue.extraction.page import Page
from morgue.extraction.pieces import Piece, text_of
from morgue.extraction.visibility import hidden
from morgue.letters import is_garbled


class Staying:
    """Compares copies by what a reader has of them."""

    def __init__(self, page: Page, copies: Copies, flow: Flow) -> None:
        self._page = page
        self._copies = copies
        self._flow = flow

    def first_goes(self, copy: Sequence[Piece], other: Sequence[Piece], first: Stretch, pairs: Sequence[Pair]) -> bool:
        """Say whether the copy that stands first is the one to go: unseen, the poorer of the two, or in no article."""
        second = copy[0].start, copy[-1].end
        seen, first_seen = (not hidden(self._page, self._page.around(*each)) for each in (second, first))
        if seen != first_seen:
            return seen
        parts, first_parts = self._flow.told(*second), self._flow.told(*first)
        if (len(parts) == 1) != (len(first_parts) == 1):
            return len(first_parts) == 1  # a field's text without its paragraphs
        own, holder = container(self._page, *second), container(self._page, *first)
        if apart(self._page, own, holder):
            second, first = span(self._page, own), span(self._page, holder)
        told = self._own(second, {word for word, _ in pairs}) - self._own(first, {place for _, place in pairs})
        if abs(told) > CALL:  # with no more of its own a copy is not the fuller one
            return told > 0
        garbled, first_garbled = (is_garbled(text_of(self._page, pieces)) for pieces in (copy, other))
        if garbled != first_garbled:
            return first_garbled
        calls, first_calls = self._calls(second), self._calls(first)
        if calls != first_calls:
            return first_calls
        return self._page.inside(own, "article") and not self._page.inside(holder, "article")

    def _calls(self, words: Stretch) -> bool:
        """Say whether a text ends with a call to read on, which leads to the whole of it."""
        text = self._page.words[slice(*words)]
        return len(without_call(text)) < len(text)

    def _own(self, words: Stretch, copied: set[int]) -> int:
        """Return how many of some words of prose the other copy has not; ``copied``: those that it has."""
        prose = [unit for unit in self._flow.told(*words) if unit.prose]
        return sum(self._copies.own(max(unit.start, words[0]), min(unit.end, words[1]), copied) for unit in prose)
