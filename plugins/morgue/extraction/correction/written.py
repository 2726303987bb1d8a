"""The blocks of passages that an extractor left out: as whole elements where it left out all of them."""

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from lxml.html import HtmlElement

from morgue.extraction.blocks import drafts_of
from morgue.extraction.correction.passages import Passage
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft, Line
from morgue.extraction.page import Page
from morgue.extraction.restored import Placed


@dataclass(frozen=True, slots=True)
class Added:
    """Blocks that come back, and the word of the page with which they begin."""

    start: int
    placed: list[Placed]


def blocks_of(page: Page, passages: Sequence[Passage], added: Collection[int]) -> Iterator[Added]:
    """Yield the blocks of the passages that are added; cells come back with their whole table, or not at all."""
    at = 0
    while at < len(passages):
        if at not in added:
            at += 1
            continue
        until, number = _widest(page, passages, added, at)
        owner = passages[at].owner
        if number is None and not page.inside(owner, "table"):
            line = Line()
            line.write(passages[at].text)
            text = line.text()
            if text:
                yield Added(passages[at].start, [(Draft("paragraph", text), owner)])
        elif number is not None and not page.inside(page.nodes[number].parent, "table"):
            elements = [page.nodes[number].element]
            while elements[-1].tag == "li":
                following = _widest(page, passages, added, until) if until in added else (until, None)
                if following[1] is None or page.nodes[following[1]].parent != page.nodes[number].parent:
                    break
                elements.append(page.nodes[following[1]].element)
                until = following[0]
            drafts = drafts_of(whole_body(_boxed(elements)))
            yield Added(passages[at].start, [(draft, number) for draft in drafts])
        at = until


def _widest(page: Page, passages: Sequence[Passage], added: Collection[int], at: int) -> tuple[int, int | None]:
    """Return what follows the widest element that begins with a passage and holds none that is not added, and it."""
    found, until, number = None, at + 1, passages[at].owner
    while number >= 0 and page.nodes[number].start == passages[at].start:
        following = until if found is not None else at
        while following < len(passages) and passages[following].start < page.nodes[number].end:
            if following not in added:
                return until, found
            following += 1
        found, until, number = number, following, page.nodes[number].parent
    return until, found


def _boxed(elements: Sequence[HtmlElement]) -> HtmlElement:
    """Return copies of elements inside a plain container, so that a heading stays one; items make a list."""
    box: HtmlElement = elements[0].makeelement("div")
    inner = box
    if elements[0].tag == "li":
        inner = elements[0].makeelement("ul")
        box.append(inner)
    for element in elements:
        inner.append(copy(element))
        inner[-1].tail = None
    return box
