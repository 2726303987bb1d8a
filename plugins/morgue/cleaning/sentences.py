"""The sentences of a text's blocks, and their words: what a rule compares that looks for copies."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from morgue.extraction.units import PROSE_WORDS, Unit
from morgue.letters import count_words, words_of
from morgue.model import Block, Clipping

_END = re.compile(r"(?<=[.!?…؟।۔])(?<!\d\.)[\"'”’»)\]]*\s+|(?<=[。！？])(?=.)|\n")

_LINE_WORDS = 30
"""Words that no line of verse has, but some paragraph parted from others by line breaks alone."""

_VERBATIM = frozenset({"code"})
"""Kinds of blocks in which a mark makes a difference."""


@dataclass(frozen=True, slots=True)
class Sentence:
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
            told = block.kind in ("paragraph", "quotation") and not _is_verse(clipping.text_of(block))
            for line in _lines(clipping, block):
                spans = [(first, last, *self._add(clipping, first, last, block)) for first, last in line]
                words = sum(end - start for _, _, start, end in spans)
                prose = told and words >= PROSE_WORDS
                self.all += [Sentence(start, end, first, last, index, prose) for first, last, start, end in spans]
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

    def _add(self, clipping: Clipping, first: int, last: int, block: Block) -> tuple[int, int]:
        text = clipping.extracted[first:last]
        start = len(self.words)
        self.words += text.split() if block.kind in _VERBATIM else words_of(text)
        return start, len(self.words)


def _is_verse(text: str) -> bool:
    """Say whether a text is broken into lines of which none is as long as a paragraph."""
    lines = text.split("\n")
    return len(lines) > 1 and all(count_words(line) < _LINE_WORDS for line in lines)


def _lines(clipping: Clipping, block: Block) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines of a block, each as the characters ``[first, last)`` of its sentences."""
    text = clipping.text_of(block)
    if block.kind == "code":
        yield [(block.start, block.end)]
        return
    line: list[tuple[int, int]] = []
    position = 0
    for end in (*(found.span() for found in _END.finditer(text)), (len(text), len(text))):
        if text[position : end[1]].strip():
            line.append((block.start + position, block.start + end[1]))
            position = end[1]
        if "\n" in text[slice(*end)] or end[1] == len(text):
            if line:
                yield line
            line = []
