"""Headings that an extractor drops from between the blocks that it chose, though they head them."""

from collections.abc import Sequence
from dataclasses import replace

from morgue.extraction.blocks import drafts_of
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.visibility import hidden

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_ELSEWHERE = frozenset({"a", "li", "nav", "aside", "footer", "form", "table"})
"""Elements in which a heading is not the running article's."""

Placed = tuple[Draft, int | None]
"""A block and its element, as the number of its node."""


def with_headings(placed: Sequence[Placed], page: Page) -> list[Placed]:
    """Return the blocks, and the headings that stand between two of them.

    A heading comes back only right before a block that was chosen: what else heads something was dropped with it.
    Four in five of those that come back on 199 article pages are the article's, and word F1 rises by .002.
    """
    found: list[Placed] = []
    before: int | None = None
    furthest = 0  # a text that stands twice may be found further up: no stretch of the page is gone through again
    chosen = {draft.text for draft, _ in placed}
    for draft, number in placed:
        if before is not None and number is not None:
            since = max(furthest, page.nodes[before].last)
            found += [(lost, place) for lost, place in _between(page, since, number) if lost.text not in chosen]
        found.append((draft, number))
        before = number
        furthest = max(furthest, number or 0)
    return found


def _between(page: Page, since: int, after: int) -> list[Placed]:
    """Return the headings that lead up to a chosen element, read from the end: one may head another."""
    found: list[Placed] = []
    begins = page.nodes[after].start
    for number in range(after - 1, since, -1):
        node = page.nodes[number]
        if node.element.tag not in _HEADINGS or not node.start < node.end == begins or not _belongs(page, number):
            continue
        begins = node.start
        level = int(str(node.element.tag)[1])
        drafts = drafts_of(whole_body(node.element))
        found += [(replace(draft, kind="heading", level=level), number) for draft in reversed(drafts)]
    return found[::-1]


def _belongs(page: Page, number: int) -> bool:
    if hidden(page, number) or number in page.forgotten:
        return False
    while number >= 0:
        if page.nodes[number].element.tag in _ELSEWHERE:
            return False
        number = page.nodes[number].parent
    return True
