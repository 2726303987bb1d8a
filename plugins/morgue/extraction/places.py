"""Where on a page the texts stand that an extractor chose: they are known by their letters."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from morgue.extraction.page import Page
from morgue.letters import words_of

_KEY = 40
"""Letters by which elements are found that begin alike."""

_ALIKE = 64
"""Elements beginning alike that are looked at: nested ones share a beginning, and a hostile page has thousands."""

_WIDER = 1.5
"""Times a text's own letters that may stand between its beginning and its end: a part of it was dropped, no more."""


class Places:
    """The elements that a page has left, by the letters that they begin with."""

    def __init__(self, page: Page) -> None:
        self._nodes = page.nodes
        words = page.words.copy()
        gone = [page.nodes[number] for number in page.forgotten if page.nodes[number].parent not in page.forgotten]
        for start, end in (*page.taken, *((node.start, node.end) for node in gone)):
            words[start:end] = [""] * (end - start)
        self._lengths = [0, *accumulate(map(len, words))]
        self._letters = "".join(words)
        self._starting: dict[str, list[int]] = {}
        for number, node in enumerate(page.nodes):
            if node.start == node.end or number in page.forgotten:
                continue
            start, end = self._lengths[node.start], self._lengths[node.end]
            if start < end:
                self._starting.setdefault(self._letters[start : min(end, start + _KEY)], []).append(number)
        self._reached = 0
        self.sought = 0
        """Words that were asked for."""

    def locate(self, text: str) -> int | None:
        """Return the number of the element that holds a text, or None; texts are asked for in document order.

        It is the widest element that holds nothing else, or the narrowest that begins with it.
        """
        words = words_of(text)
        self.sought += len(words)
        letters = "".join(words)
        candidates = self._starting.get(letters[:_KEY], [])
        after = bisect_left(candidates, self._reached)
        found = None
        for number in candidates[after : after + _ALIKE] or candidates[:_ALIKE]:
            start, end = self._lengths[self._nodes[number].start], self._lengths[self._nodes[number].end]
            if self._letters[start : start + len(letters)] != letters:
                continue
            if end == start + len(letters):
                found = number
                break
            if found is None or number <= self._nodes[found].last:
                found = number
        if found is not None:
            self._reached = found
        return found

    def spans(self, texts: Iterable[str]) -> Iterator[tuple[int, int] | None]:
        """Yield the words ``[start, end)`` that each text has on the page, or None; they come in document order.

        A text from which an extractor dropped a part is known by its beginning and its end.
        """
        reached = 0
        for text in texts:
            letters = "".join(words_of(text))
            start = self._find(letters, reached) if letters else -1
            end = start + len(letters)
            if start < 0 and len(letters) > 2 * _KEY:
                start = self._find(letters[:_KEY], reached)
                end = self._letters.find(letters[-_KEY:], max(start, 0)) + _KEY
            if start < 0 or not _KEY <= end - start + _KEY <= _WIDER * len(letters) + _KEY:
                yield None
                continue
            reached = end
            yield bisect_right(self._lengths, start) - 1, bisect_left(self._lengths, end)

    def _find(self, letters: str, reached: int) -> int:
        """Return where letters stand with a word's beginning, behind a place or else before it, or -1."""
        for since in (reached, 0):
            at = self._letters.find(letters, since)
            for _ in range(_ALIKE):
                if at < 0 or self._lengths[bisect_left(self._lengths, at)] == at:
                    break
                at = self._letters.find(letters, at + 1)
            if at >= 0:
                return at
        return -1
