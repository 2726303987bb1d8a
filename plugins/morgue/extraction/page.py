"""The words of a page in their order, and which of them each element holds, for whoever compares texts."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

import numpy as np
from lxml.html import HtmlElement

from morgue.extraction.nodes import nodes_of


class Page:
    """The elements of a tree in document order and the words of the text that a reader may see.

    Nothing is read in the elements ``aside``.
    """

    def __init__(self, tree: HtmlElement, aside: Collection[HtmlElement] = ()) -> None:
        self.tree = tree
        self.nodes, self.words = nodes_of(tree, aside)
        self._steps: dict[int, str] = {}
        self._paths: dict[int, str] = {}
        self.forgotten: set[int] = set()
        self.taken: list[tuple[int, int]] = []
        self.labels: dict[int, int] = {}
        """Elements that tell apart parts which say the same, each with the first word of what it stands before."""
        self.starts = [node.start for node in self.nodes]

    def children(self, number: int) -> Iterator[int]:
        """Yield the numbers of an element's children in order."""
        child = number + 1
        while child <= self.nodes[number].last:
            yield child
            child = self.nodes[child].last + 1

    @cached_property
    def linked(self) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """For each word whether it stands in a link."""
        inside = bytearray(len(self.words))
        for node in self.nodes:
            if node.tag == "a":
                inside[node.start : node.end] = b"\1" * (node.end - node.start)
        return np.frombuffer(inside, dtype=np.bool_)

    def standing(self) -> list[str]:
        """Return the words that the page has left without its twins."""
        if not self.taken:
            return self.words
        taken = bytearray(len(self.words))
        for start, end in self.taken:
            taken[start:end] = b"\1" * (end - start)
        return [word for word, gone in zip(self.words, taken, strict=True) if not gone]

    def path(self, number: int) -> str:
        """Return the XPath of an element."""
        waiting = []
        while number >= 0 and number not in self._paths:
            waiting.append(number)
            number = self.nodes[number].parent
        path = self._paths[number] if number >= 0 else ""
        for each in reversed(waiting):
            path = self._paths[each] = f"{path}/{self.step(each)}"
        return path

    def step(self, number: int) -> str:
        """Return the last step of an element's XPath."""
        node = self.nodes[number]
        if number not in self._steps:
            counted: dict[str, int] = {}
            for sibling in self.children(node.parent) if number else ():
                tag = self.nodes[sibling].tag
                counted[tag] = counted.get(tag, 0) + 1
                self._steps[sibling] = f"{tag}[{counted[tag]}]"
        return self._steps.get(number, node.tag)

    def around(self, start: int, end: int) -> int:
        """Return the number of the smallest element that holds all the words ``[start, end)``."""
        number = bisect_right(self.starts, start) - 1  # whatever holds the first word stands around this one
        while number > 0 and self.nodes[number].end < max(end, start + 1):
            number = self.nodes[number].parent
        return number

    def inside(self, number: int, tag: str) -> bool:
        """Say whether an element is of a tag, or stands inside one."""
        while number >= 0:
            if self.nodes[number].element.tag == tag:
                return True
            number = self.nodes[number].parent
        return False

    def forget(self, numbers: Iterable[int]) -> None:
        """Look for nothing any more in these elements: they were taken out of the tree."""
        self.forgotten.update(inner for number in numbers for inner in range(number, self.nodes[number].last + 1))

    def drop(self, numbers: Iterable[int]) -> None:
        """Take elements, given in order, out of the tree with all that is in them, and look for nothing there."""
        for number in numbers:
            if number not in self.forgotten:
                self.nodes[number].element.drop_tree()
                self.forget([number])
