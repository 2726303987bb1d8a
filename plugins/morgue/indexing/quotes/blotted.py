"""A page with its quotes blotted out: what stands around a quote is no part of what it says."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from morgue.indexing.page import Page
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.words import Word, Words


def blotted(page: Page, quotes: Sequence[Quoted]) -> Page:
    """Return a page with a word of noughts for what stands inside each of its quotes, every position kept."""
    if not quotes:
        return page
    text, words = _text_around(page.text, quotes), _words_around(page, quotes)
    return _Blotted(text, page.language, words, whole=page, quoting=_lines_of(page, quotes))


@dataclass(frozen=True, kw_only=True)
class _Blotted(Page):
    """``quoting`` are the lines of the ``whole`` page that have quotes; the others read as they did."""

    whole: Page
    quoting: Sequence[tuple[int, int]]

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """The lines of the page: no quote goes on over the end of one."""
        return self.whole.lines

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Every sentence: those of a line without quotes are the page's own."""
        told = self.whole.sentences
        starts = [start for start, _ in told]
        found: list[tuple[int, int]] = []
        behind = 0
        for start, end in self.quoting:
            found += told[behind : bisect_left(starts, start)]
            line = Page(self.text[start:end], self.language)
            found += [(start + first, start + last) for first, last in line.sentences]
            behind = bisect_left(starts, end)
        return (*found, *told[behind:])


def _lines_of(page: Page, quotes: Iterable[Quoted]) -> list[tuple[int, int]]:
    """Return the lines in which quotes stand, in order."""
    starts = [start for start, _ in page.lines]
    return [page.lines[at] for at in sorted({bisect_right(starts, quote.open) - 1 for quote in quotes})]


def _words_around(page: Page, quotes: Iterable[Quoted]) -> Words:
    """Return the words of the blotted text: those outside the quotes, and each quote's noughts as one."""
    words, around = page.words, Words([], [], [])
    behind = 0
    for quote in quotes:
        around.extend(words, behind, page.index_at(quote.start))
        length = quote.end - quote.start - (page.text[quote.end - 1] in ".…")
        if length:
            around.append(Word(quote.start, quote.start + length, "0" * length))
        behind = page.index_at(quote.end)
    around.extend(words, behind, len(words))
    return around


def _text_around(text: str, quotes: Iterable[Quoted]) -> str:
    """Return the text with one word of noughts for what stands inside each quote; a full stop at its end stays."""
    pieces, position = [], 0
    for quote in quotes:
        last = text[quote.end - 1] if text[quote.end - 1] in ".…" else "0"
        pieces += [text[position : quote.start], "0" * (quote.end - quote.start - 1), last]
        position = quote.end
    return "".join([*pieces, text[position:]])
