"""Twins: the same text a second time in a container of its own, found before an extractor sees the page.

Pages carry their article twice for other screens, for print, for readers without script, or by mistake. A twin
changes what an extractor chooses, so it is taken out of the tree and remembered. Meant repetition stays: a twin must be
as large as an article, be repeated whole, and cover most of the container that holds its other copy.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from morgue.extraction.page import Node, Page
from morgue.extraction.repeats import first_copies
from morgue.extraction.visibility import hidden

MIN_WORDS = 60
MIN_SHARE = 0.15
"""Of the page's words. A repeated run of this size was an error of the page 15 times in 17 (793 article pages)."""

_REPEATED = 0.9
"""Of a twin's words that its other copy must have: the rest are buttons and times that differ between copies."""

_COVERED = 0.5
"""Of the container of the other copy that a twin must cover: a teaser or a summary covers less."""

_PIECES = frozenset({"p", "ul", "ol", "dl", "blockquote", "pre", "figure"})
"""Elements that are part of a text, never a copy of it, nor is anything inside."""

_FRAMES = frozenset({"table", "thead", "tbody", "tr", "html"})
"""Elements that are no copy themselves, but old pages lay out whole articles in them."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_COMMENTS = re.compile(r"(?:^|\s)comments?(?:-?(?:list|thread|body|content|text|wrap|area))?(?:\s|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Twin:
    """A container that was taken out of the tree, where its other copy stands, and why.

    ``number`` is its node, ``[start, end)`` are the other copy's words on the page.
    """

    number: int
    element: HtmlElement
    start: int
    end: int
    reason: str


def part_twins(page: Page) -> list[Twin]:
    """Take every twin out of the page's tree and return them in document order."""
    copies = first_copies(page.words)
    done = 0
    for node in page.nodes:
        if node.end > done and _holds_comments(node):
            done = node.end
            copies[node.start : node.end] = [-1] * (node.end - node.start)  # a reader may quote the whole story
    least = max(MIN_WORDS, int(MIN_SHARE * len(page.words)))
    candidates = list(_candidates(page, copies, least))
    # What a reader does not see goes first, then what stands later on the page.
    candidates.sort(key=lambda number: (not hidden(page, number), -page.nodes[number].start))
    alive: dict[int, list[int]] = {}
    for position, root in enumerate(copies):
        if root >= 0:
            alive.setdefault(root, []).append(position)
    gone: list[int] = []
    twins = []
    for number in candidates:
        other = _other_copy(page, number, copies, alive, gone)
        if other is None:
            continue
        gone.append(number)
        node = page.nodes[number]
        for root in set(copies[node.start : node.end]) - {-1}:
            alive[root] = [position for position in alive[root] if not node.start <= position < node.end]
        twins.append(Twin(number, node.element, *other, _reason(page, number)))
    for number in gone:
        page.nodes[number].element.drop_tree()
    page.forget(gone)
    return sorted(twins, key=lambda twin: twin.number)


def _candidates(page: Page, copies: Sequence[int], least: int) -> Iterator[int]:
    """Yield the widest containers whose words stand elsewhere on the page too, as numbers of nodes."""
    repeated = [0]
    for root in copies:
        repeated.append(repeated[-1] + (root >= 0))
    number = 0
    while number < len(page.nodes):
        node = page.nodes[number]
        matched = repeated[node.end] - repeated[node.start]
        if matched < least or node.element.tag in _PIECES:
            number = node.last + 1  # nothing inside can be large enough, or may be a twin
            continue
        whole = matched >= _REPEATED * (node.end - node.start) and node.element.tag not in _FRAMES
        if whole and _repeated_outside(node, copies, matched):
            yield number
            number = node.last + 1
            continue
        number += 1


def _holds_comments(node: Node) -> bool:
    return bool(_COMMENTS.search(f"{node.element.get('class', '')} {node.element.get('id', '')}"))


def _repeated_outside(node: Node, copies: Sequence[int], matched: int) -> bool:
    """Say whether a node holds each text once: a node with both copies inside is no twin, one of its parts is."""
    inside = Counter(root for root in copies[node.start : node.end] if root >= 0)
    return len(inside) >= _REPEATED * matched


def _other_copy(
    page: Page, number: int, copies: Sequence[int], alive: dict[int, list[int]], gone: Sequence[int]
) -> tuple[int, int] | None:
    """Return the words of the copy that stays when this one goes, or None where there is none."""
    node = page.nodes[number]
    roots = copies[node.start : node.end]
    outside = {
        root: next((at for at in alive[root] if not node.start <= at < node.end), -1) for root in set(roots) - {-1}
    }
    places = [place for root in roots if (place := outside.get(root, -1)) >= 0]
    if len(places) < _REPEATED * (node.end - node.start):
        return None
    places.sort()
    trim = len(places) // 20  # a phrase of the menu may stand anywhere
    start, end = places[trim], places[-1 - trim] + 1
    holder = _container(page, start, end)
    size = holder.end - holder.start
    for other in {number, *gone}:
        if holder.start <= page.nodes[other].start and page.nodes[other].end <= holder.end:
            size -= page.nodes[other].end - page.nodes[other].start
    if len(places) < _COVERED * size or _is_entry(page, node, holder):
        return None
    return start, end


def _container(page: Page, start: int, end: int) -> Node:
    """Return the smallest container around a run of words: not the paragraph alone that a teaser repeats."""
    found = page.nodes[0]
    number = 0
    while number < len(page.nodes):
        node = page.nodes[number]
        if node.start <= start and end <= node.end:
            if node.element.tag not in _PIECES | {"li"}:
                found = node
            number += 1
        elif node.start >= end:
            break
        else:
            number = node.last + 1
    return found


def _is_entry(page: Page, node: Node, holder: Node) -> bool:
    """Say whether a container is an entry of a series: alike but for its heading, as the weeks of a plan are.

    A heading that stands elsewhere on the page is none of its own: copies begin with the headline.
    """
    first = next(_headings(node), None)
    in_series = next(_headings(holder, without=node), None) is not None
    return first is not None and in_series and first not in _headings(page.nodes[0], without=node)


def _headings(node: Node, without: Node | None = None) -> Iterator[str]:
    for element in node.element.iter(*_HEADINGS):
        if without is None or without.element not in element.iterancestors():
            text = " ".join("".join(element.itertext()).split())
            if text:
                yield text


def _reason(page: Page, number: int) -> str:
    element = page.nodes[number].element
    name = (element.get("class") or element.get("id") or "").split()[:1]
    where = ".".join([str(element.tag), *(word[:40] for word in name)])
    return ", ".join(filter(None, (f"the same text again in {where}", hidden(page, number))))
