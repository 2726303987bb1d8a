"""The short lines around a page's headline, where it says who wrote it and when, and what they say."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from morgue.extraction.nodes import SILENT
from morgue.extraction.page import Page

BEFORE = 20
BEHIND = 100
"""Words around the headline among which author and date stand: on nine in ten pages that tell machines their date, the
first date there is the same; further off it is mostly another article's."""

MOST_WORDS = 20
"""Of such a line: a paragraph has more."""

_MOST_PARTS = 100
"""Elements in a small one: it is hostile that has more, all of them empty."""

_SEPARATORS = re.compile(r"\s*[|•·・]\s*|(?<=\d)\s+(?=(?:by|von|par|por|door|av|af)\s)")
"""What parts the pieces of a line."""

_INLINE = frozenset(
    {"a", "abbr", "b", "cite", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "time", "u"}
)
"""Elements that do not begin a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A small element by a headline: its number among the page's nodes, and its words ``[start, end)``."""

    number: int
    start: int
    end: int


def lines_by(page: Page, headline: int) -> Iterator[Line]:
    """Yield the largest small elements around a headline, in the page's order."""
    head = page.nodes[headline]
    number = bisect_left(page.starts, max(0, head.start - BEFORE))
    while number < len(page.nodes) and page.nodes[number].start <= head.end + BEHIND:
        node = page.nodes[number]
        if number == headline:
            number = node.last
        elif is_small(page, number, MOST_WORDS) and not node.start <= head.start < node.end:
            yield Line(number, node.start, node.end)
            number = node.last
        number += 1


def is_small(page: Page, number: int, most: int) -> bool:
    """Say whether an element has words, and not more than so many."""
    node = page.nodes[number]
    return 0 < node.end - node.start <= most and node.last - number <= _MOST_PARTS


def pieces_of(element: HtmlElement) -> list[str]:
    """Return the texts of a small element, parted where an element begins or ends, and where a sign parts them."""
    flat = (" ".join(text.split()) for text, _ in _texts(element))
    return [part for text in flat for part in _SEPARATORS.split(text) if part]


def text_of(element: HtmlElement) -> str:
    """Return the text of a small element as its readers see it: parted where a line ends, and not within one."""
    return " ".join("".join(text if inline else f" {text}" for text, inline in _texts(element)).split())


def _texts(element: HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yield the texts in an element that a reader sees, and whether each goes on the line of the one before."""
    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walk:
        if event == "start":
            yield ("" if inner.tag in SILENT else inner.text or ""), inner.tag in _INLINE
            if inner.tag in SILENT:
                walk.skip_subtree()
        elif inner is not element:
            yield inner.tail or "", inner.tag in _INLINE or not isinstance(inner.tag, str)
