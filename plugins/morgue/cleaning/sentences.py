"""The sentences of a text's blocks, and their words: what a rule compares that looks for copies."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from morgue.extraction.units import PROSE_WORDS, Unit
from morgue.letters import count_words, letters_in_place, words_of, words_once
from morgue.model import Block, Clipping
from morgue.remembering import remembered

_END = re.compile(r"[.!?…؟।۔。！？\n](?:(?<=[.!?…؟।۔])(?<!\d\.)[\"'”’»)\]]*\s+|(?<=[。！？])(?=.)|(?<=\n))")
"""It begins with one of a few signs, so that a search steps over all others at once."""

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
        self._clipping = clipping
        self._ends = [0]
        self.words: list[str] = []
        for block in clipping.blocks:
            text = clipping.text_of(block)
            self.words += text.split() if block.kind in _VERBATIM else words_of(text)
            self._ends.append(len(self.words))

    def units(self) -> Iterator[Unit]:
        """Yield the blocks that have words."""
        for index, (block, (start, end)) in enumerate(self._stretches()):
            if start < end:
                yield Unit(start, end, block.kind, told=True, owner=index)

    @cached_property
    def all(self) -> list[Sentence]:
        """The sentences: most texts repeat no words at all, and nobody asks for theirs."""
        return [sentence for index in range(len(self._clipping.blocks)) for sentence in self._of_block(index)]

    def among(self, has: Callable[[int, int], int]) -> Iterator[Sentence]:
        """Yield the sentences of those blocks whose words, ``[start, end)``, have something."""
        for index, stretch in enumerate(pairwise(self._ends)):
            if has(*stretch):
                yield from self._of_block(index)

    def _of_block(self, index: int) -> Iterator[Sentence]:
        block, start, behind = self._clipping.blocks[index], self._ends[index], self._ends[index + 1]
        text = self._clipping.text_of(block)
        told = block.kind in ("paragraph", "quotation") and not _is_verse(text)
        lines = _lines(text)
        if block.kind in _VERBATIM or sum(words for line in lines for _, _, words in line) != behind - start:
            lines = [[(0, len(text), behind - start)]]  # no part of it can be compared alone
        for line in lines:
            prose = told and sum(words for _, _, words in line) >= PROSE_WORDS
            for first, last, words in line:
                yield Sentence(start, start + words, block.start + first, block.start + last, index, prose)
                start += words

    @cached_property
    def starts(self) -> list[int]:
        """The positions of the words at which the sentences begin."""
        return [sentence.start for sentence in self.all]

    def _stretches(self) -> Iterator[tuple[Block, tuple[int, int]]]:
        """Return the blocks with their words."""
        return zip(self._clipping.blocks, pairwise(self._ends), strict=True)

    def holding(self, first: int, last: int) -> list[Sentence]:
        """Return the sentences that the words from ``first`` to ``last``, both included, stand in."""
        low, high = (bisect_right(self.starts, position) for position in (first, last))
        return [each for each in self.all[max(0, low - 1) : high] if each.end > first]

    def after(self, position: int) -> Sentence | None:
        """Return the first sentence that begins at a word or behind it."""
        at = bisect_left(self.starts, position)
        return self.all[at] if at < len(self.all) else None


def _is_verse(text: str) -> bool:
    """Say whether a text is broken into lines of which none is as long as a paragraph."""
    lines = text.split("\n")
    return len(lines) > 1 and all(count_words(line) < _LINE_WORDS for line in lines)


@remembered
def _lines(text: str) -> list[list[tuple[int, int, int]]]:
    """Return the lines of a text, each as its sentences: the characters ``[first, last)`` and how many words."""
    lines: list[list[tuple[int, int, int]]] = []
    line: list[tuple[int, int, int]] = []
    position, letters = 0, letters_in_place(text)
    for first, last in [*(found.span() for found in _END.finditer(text)), (len(text), len(text))]:
        if text[position:last].strip():
            words = words_once(text[position:last]) if letters is None else letters[position:last].split()
            line.append((position, last, len(words)))
            position = last
        if last == len(text) or "\n" in text[first:last]:
            if line:
                lines.append(line)
            line = []
    return lines
