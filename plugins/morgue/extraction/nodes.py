"""The elements of a tree in document order, each with the words that stand in it: one pass."""

from collections.abc import Collection
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from morgue.extraction.errors import ExtractionError
from morgue.letters import words_once

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


def nodes_of(tree: HtmlElement, aside: Collection[HtmlElement] = ()) -> tuple[list[Node], list[str]]:
    """Return the elements of a tree and the words of the text that a reader may see.

    Nothing is read in the elements ``aside``.
    """
    nodes: list[Node] = []
    words: list[str] = []
    around: list[int] = []
    length = 0
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            node = nodes[around.pop()]
            node.end, node.last = len(words), len(nodes) - 1
            text = element.tail if around else None
        else:
            parent = around[-1] if around else -1
            around.append(len(nodes))
            nodes.append(Node(element, str(element.tag), parent, len(words)))
            text = element.text
            if element.tag in SILENT or element in aside:
                walk.skip_subtree()
                text = None
        if text and not text.isspace():  # most of what stands between elements
            length += len(text)
            if length > MAX_SHOWN:
                raise ExtractionError(f"it shows more than {MAX_SHOWN} characters; no article's page does: part it")
            words += words_once(text)
    return nodes, words
