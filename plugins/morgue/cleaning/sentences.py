"""The sentences of a text's blocks, and their words: what a rule compares that looks for copies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from morgue.extraction.units import PROSE_WORDS, Unit
from morgue.letters import words_of
from morgue.model import Block, Clipping

_END = re.compile(r"(?<=[.!?…؟।۔])(?<!\d\.)[\"'”’»)\]]*\s+|(?<=[。！？])(?=.)|\n")

_VERBATIM = frozenset({"code", "table"})
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
            lines = list(_sentences(clipping, block))
            of_sentences = [self._add(clipping, first, last, block) for first, last in lines]
            words = len(self.words) - since
            breaks = clipping.text_of(block).count("\n")
            prose = block.kind in ("paragraph", "quotation") and words >= PROSE_WORDS * (breaks + 1)
            self.all += [
                Sentence(start, end, first, last, index, prose)
                for (first, last), (start, end) in zip(lines, of_sentences, strict=True)
            ]
            if words:
                self.units.append(Unit(since, len(self.words), block.kind, told=True))

    def _add(self, clipping: Clipping, first: int, last: int, block: Block) -> tuple[int, int]:
        text = clipping.extracted[first:last]
        start = len(self.words)
        self.words += text.split() if block.kind in _VERBATIM else words_of(text)
        return start, len(self.words)


def _sentences(clipping: Clipping, block: Block) -> Iterator[tuple[int, int]]:
    text = clipping.text_of(block)
    position = 0
    if block.kind != "code":
        for end in _END.finditer(text):
            if text[position : end.end()].strip():
                yield block.start + position, block.start + end.end()
                position = end.end()
    if position < len(text):
        yield block.start + position, block.end
