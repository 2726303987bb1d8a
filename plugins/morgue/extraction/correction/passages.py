"""The passages that a page consists of: what stands between two borders of blocks, in document order."""

from collections.abc import Iterable
from typing import NamedTuple

from morgue.extraction.nodes import SILENT, Node
from morgue.extraction.page import Page
from morgue.extraction.units import INLINE

_INLINE = INLINE | {"acronym", "button", "label", "nobr", "noindex", "picture", "source"}
"""With what parts no text, although it is a control or a picture."""


PROSE = 20
"""Words of a passage that is prose."""


class Passage(NamedTuple):
    """The words ``[start, end)`` of a page, the element that they stand in as the number of its node, and their text.

    A line break is a border too: on old pages it parts paragraphs.
    """

    start: int
    end: int
    owner: int
    text: str


def passages_of(page: Page) -> list[Passage]:
    """Return the passages that a page has left without its twins and what else was taken out of it."""
    nodes = page.nodes
    reading = _Reading(page)
    number = 0
    while number < len(nodes):
        node = nodes[number]
        reading.leave(number)
        if number in page.forgotten:
            reading.skip(node)
            number = node.last + 1
            continue
        reading.enter(number, node)
        number += 1
    reading.leave(number)
    taken = bytearray(len(page.words))
    for start, end in page.taken:
        taken[start:end] = b"\1" * (end - start)
    return [passage for passage in reading.found if not taken[passage.start]]


def prose_in(passages: Iterable[Passage]) -> int:
    """Return how many words stand in passages as long as prose is."""
    return sum(each.end - each.start for each in passages if each.end - each.start >= PROSE)


class _Reading:
    def __init__(self, page: Page) -> None:
        self.found: list[Passage] = []
        self._nodes = page.nodes
        self._inside: list[int] = []
        self._owners: list[int] = []
        """Those of the elements it is inside of that part text."""
        self._texts: list[str] = []
        self._position = 0

    def enter(self, number: int, node: Node) -> None:
        tag = node.element.tag
        self._inside.append(number)
        if tag not in _INLINE:
            self._border(node.start)
            if tag != "br":
                self._owners.append(number)
        if tag not in SILENT and (text := node.element.text):
            self._texts.append(text)

    def leave(self, number: int) -> None:
        """Leave the elements that end before one begins."""
        nodes, inside, owners = self._nodes, self._inside, self._owners
        while inside and nodes[inside[-1]].last < number:
            left = inside.pop()
            if owners and owners[-1] == left:
                self._border(nodes[left].end)
                owners.pop()
            if owners and (tail := nodes[left].element.tail):
                self._texts.append(tail)

    def skip(self, node: Node) -> None:
        self._border(node.start)
        self._position = node.end

    def _border(self, position: int) -> None:
        if position > self._position:
            if self._owners:
                text = " ".join("".join(self._texts).split())
                self.found.append(Passage(self._position, position, self._owners[-1], text))
            self._position = position
        self._texts.clear()
