"""The passages that a page consists of: what stands between two borders of blocks, in document order."""

from dataclasses import dataclass

from morgue.extraction.page import SILENT, Page
from morgue.extraction.units import INLINE

_INLINE = INLINE | {"acronym", "button", "label", "nobr", "noindex", "picture", "source"}
"""With what parts no text, although it is a control or a picture."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words ``[start, end)`` of a page, the element that they stand in as the number of its node, and their text.

    A line break is a border too: on old pages it parts paragraphs.
    """

    start: int
    end: int
    owner: int
    text: str


def passages_of(page: Page) -> list[Passage]:
    """Return the passages that a page has left without its twins and what else was taken out of it."""
    reading = _Reading(page)
    number = 0
    while number < len(page.nodes):
        node = page.nodes[number]
        reading.leave(number)
        if number in page.forgotten:
            reading.skip(node.start, node.end)
            number = node.last + 1
            continue
        reading.enter(number)
        number += 1
    reading.leave(number)
    taken = bytearray(len(page.words))
    for start, end in page.taken:
        taken[start:end] = b"\1" * (end - start)
    return [passage for passage in reading.found if not taken[passage.start]]


class _Reading:
    def __init__(self, page: Page) -> None:
        self.found: list[Passage] = []
        self._nodes = page.nodes
        self._open: list[int] = []
        self._owners: list[int] = []
        self._text: list[str] = []
        self._position = 0

    def enter(self, number: int) -> None:
        node = self._nodes[number]
        tag = node.element.tag
        self._open.append(number)
        if tag not in _INLINE:
            self._border(node.start)
            if tag != "br":
                self._owners.append(number)
        if tag not in SILENT and node.element.text:
            self._text.append(node.element.text)

    def leave(self, number: int) -> None:
        """Leave the elements that end before one begins."""
        while self._open and self._nodes[self._open[-1]].last < number:
            left = self._open.pop()
            if self._owners and self._owners[-1] == left:
                self._border(self._nodes[left].end)
                self._owners.pop()
            if self._nodes[left].element.tail and self._owners:
                self._text.append(self._nodes[left].element.tail or "")

    def skip(self, start: int, end: int) -> None:
        self._border(start)
        self._position = end

    def _border(self, position: int) -> None:
        if position > self._position and self._owners:
            text = " ".join("".join(self._text).split())
            self.found.append(Passage(self._position, position, self._owners[-1], text))
        self._position = max(self._position, position)
        self._text.clear()
