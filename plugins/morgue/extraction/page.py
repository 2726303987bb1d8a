"""The words of a page in their order, and which of them each element holds: one pass, for whoever compares texts."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from morgue.extraction.errors import ExtractionError
from morgue.letters import words_of

SILENT = frozenset({"script", "style", "template", "head", "textarea", "select", "svg"})
"""Elements of which a reader sees no text."""

MAX_SHOWN = 4_000_000
"""Characters of a page that a reader sees: twice the longest text, as comments and menus stand around it."""


@dataclass(slots=True)
class Node:
    """An element of the page: its place and the words ``[start, end)`` that stand in it.

    ``last`` is the number of its last descendant: nodes are numbered in document order. ``tag`` is the element's in the
    captured page, whatever was made of it since.
    """

    element: HtmlElement
    tag: str
    parent: int
    start: int
    end: int = 0
    last: int = 0


class Page:
    """The elements of a tree in document order and the words of the text that a reader may see.

    Nothing is read in the elements ``aside``.
    """

    def __init__(self, tree: HtmlElement, aside: Collection[HtmlElement] = ()) -> None:
        self._aside = aside
        self.tree = tree
        self.nodes: list[Node] = []
        self.words: list[str] = []
        self._length = 0
        self._steps: dict[int, str] = {}
        self.forgotten: set[int] = set()
        self.taken: list[tuple[int, int]] = []
        self.labels: dict[int, int] = {}
        """Elements that tell apart parts which say the same, each with the first word of what it stands before."""
        self._read(tree)
        self.starts = [node.start for node in self.nodes]

    def _read(self, tree: HtmlElement) -> None:
        around: list[int] = []
        walk = iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                node = self.nodes[around.pop()]
                node.end, node.last = len(self.words), len(self.nodes) - 1
                if around:
                    self._add(element.tail)
                continue
            parent = around[-1] if around else -1
            around.append(len(self.nodes))
            self.nodes.append(Node(element, str(element.tag), parent, len(self.words)))
            if element.tag in SILENT or element in self._aside:
                walk.skip_subtree()
            else:
                self._add(element.text)

    def _add(self, text: str | None) -> None:
        if text and not text.isspace():  # most of what stands between elements
            self._length += len(text)
            if self._length > MAX_SHOWN:
                raise ExtractionError(f"it shows more than {MAX_SHOWN} characters; no article's page does: part it")
            self.words += words_of(text)

    def children(self, number: int) -> Iterator[int]:
        """Yield the numbers of an element's children in order."""
        child = number + 1
        while child <= self.nodes[number].last:
            yield child
            child = self.nodes[child].last + 1

    @cached_property
    def linked(self) -> list[int]:
        """For each place between words how many before it stand in links."""
        inside = bytearray(len(self.words))
        for node in self.nodes:
            if node.tag == "a":
                inside[node.start : node.end] = b"\1" * (node.end - node.start)
        return list(accumulate(inside, initial=0))

    def standing(self) -> list[str]:
        """Return the words that the page has left without its twins."""
        taken = bytearray(len(self.words))
        for start, end in self.taken:
            taken[start:end] = b"\1" * (end - start)
        return [word for word, gone in zip(self.words, taken, strict=True) if not gone]

    def path(self, number: int) -> str:
        """Return the XPath of an element."""
        steps = []
        while number >= 0:
            steps.append(self.step(number))
            number = self.nodes[number].parent
        return "/" + "/".join(reversed(steps))

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

    def drop(self, goes: Callable[[Node], bool]) -> None:
        """Take the elements of which it is so out of the tree, the outermost each, and look for nothing in them."""
        number = 0
        while number < len(self.nodes):
            node = self.nodes[number]
            if number not in self.forgotten and goes(node):
                node.element.drop_tree()
                self.forget([number])
                number = node.last
            number += 1
