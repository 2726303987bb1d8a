"""The words of a page in their order, and which of them each element holds: one pass, for whoever compares texts."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

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

    ``last`` is the number of its last descendant: nodes are numbered in document order.
    """

    element: HtmlElement
    parent: int
    step: str
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
        self.forgotten: set[int] = set()
        self.taken: list[tuple[int, int]] = []
        self.labels: dict[int, int] = {}
        """Elements that tell apart parts which say the same, each with the first word of what it stands before."""
        self._read(tree)
        self.starts = [node.start for node in self.nodes]

    def _read(self, tree: HtmlElement) -> None:
        """Read the tree without recursion, as a hostile page is deep."""
        waiting: list[tuple[HtmlElement, int, str] | int] = [(tree, -1, str(tree.tag))]
        while waiting:
            item = waiting.pop()
            if isinstance(item, int):
                node = self.nodes[item]
                node.end, node.last = len(self.words), len(self.nodes) - 1
                if node.parent >= 0:
                    self._add(node.element.tail)
                continue
            element, parent, step = item
            number = len(self.nodes)
            self.nodes.append(Node(element, parent, step, len(self.words)))
            waiting.append(number)
            if element.tag in SILENT or element in self._aside:
                continue
            self._add(element.text)
            counted: dict[str, int] = {}
            children: list[tuple[HtmlElement, int, str] | int] = []
            for child in element:
                tag = child.tag
                if isinstance(tag, str):
                    counted[tag] = counted.get(tag, 0) + 1
                    children.append((child, number, f"{tag}[{counted[tag]}]"))
            waiting.extend(reversed(children))

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
            steps.append(self.nodes[number].step)
            number = self.nodes[number].parent
        return "/" + "/".join(reversed(steps))

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
