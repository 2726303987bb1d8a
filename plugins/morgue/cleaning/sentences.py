"""The sentences of a text's blocks, and their words: what a rule compares that looks for copies."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from morgue.extraction.units import PROSE_WORDS, Unit
from morgue.letters import count_words, remembered, words_of
from morgue.model import Block, Clipping

_END = re.compile(r"(?<=[.!?…؟।۔])(?<!\d\.)[\"'”’»)\]]*\s+|(?<=[。！？])(?=.)|\n")

_LINE_WORDS = 30
"""Words that no line of verse has, but some paragraph parted from others by line breaks alone."""

_VERBATIM = frozenset({"code"})
"""Kinds of blocks in which a mark makes a difference."""


class Sentence(NamedTuple):
    """A sentence, item or line: the words ``[start, end)`` of the text, characters ``[first, last)`` of ``extracted``.

    ``prose`` says that it stands in a paragraph of whole sentences, not in verse, a list or a table.
    """

    start: int
    end: int
    first: int
    last: int
    block: int
    prose: bool


class Sentences:
    """The sentences of a clipping's blocks in order, the blocks as units, and all their words."""

    def __init__(self, clipping: Clipping) -> None:
        self.words: list[str] = []
        self.all: list[Sentence] = []
        self.units: list[Unit] = []
        for index, block in enumerate(clipping.blocks):
            since = len(self.words)
            text = clipping.text_of(block)
            told = block.kind in ("paragraph", "quotation") and not _is_verse(text)
            for line in [[(0, len(text))]] if block.kind in _VERBATIM else _lines(text):
                starts = [self._add(text[first:last], block) for first, last in line]
                ends = [*starts[1:], len(self.words)]
                prose = told and ends[-1] - starts[0] >= PROSE_WORDS
                for (first, last), start, end in zip(line, starts, ends, strict=True):
                    self.all.append(Sentence(start, end, block.start + first, block.start + last, index, prose))
            if since < len(self.words):
                self.units.append(Unit(since, len(self.words), block.kind, told=True, owner=index))

    @cached_property
    def starts(self) -> list[int]:
        """The positions of the words at which the sentences begin."""
        return [sentence.start for sentence in self.all]

    def holding(self, first: int, last: int) -> list[Sentence]:
        """Return the sentences that the words from ``first`` to ``last``, both included, stand in."""
        low, high = (bisect_right(self.starts, position) for position in (first, last))
        return [each for each in self.all[max(0, low - 1) : high] if each.end > first]

    def after(self, position: int) -> Sentence | None:
        """Return the first sentence that begins at a word or behind it."""
        at = bisect_left(self.starts, position)
        return self.all[at] if at < len(self.all) else None

    def _add(self, text: str, block: Block) -> int:
        """Add the words of a sentence and return where they begin."""
        start = len(self.words)
        self.words += text.split() if block.kind in _VERBATIM else words_of(text)
        return start


def _is_verse(text: str) -> bool:
    """Say whether a text is broken into lines of which none is as long as a paragraph."""
    lines = text.split("\n")
    return len(lines) > 1 and all(count_words(line) < _LINE_WORDS for line in lines)


@remembered
def _lines(text: str) -> list[list[tuple[int, int]]]:
    """Return the lines of a text, each as the characters ``[first, last)`` of its sentences."""
    lines: list[list[tuple[int, int]]] = []
    line: list[tuple[int, int]] = []
    position = 0
    for first, last in [*(found.span() for found in _END.finditer(text)), (len(text), len(text))]:
        if text[position:last].strip():
            line.append((position, last))
            position = last
        if last == len(text) or "\n" in text[first:last]:
            if line:
                lines.append(line)
            line = []
    return lines
