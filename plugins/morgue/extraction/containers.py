"""The containers that copies of a text stand in."""

from collections.abc import Sequence

from morgue.extraction.copies import Stretch
from morgue.extraction.page import Page
from morgue.extraction.pieces import NO_PROSE, Piece, pieces_of
from morgue.extraction.units import form_of
from morgue.extraction.visibility import hidden

_INNER = NO_PROSE | {"p", "blockquote"}
"""Elements that hold part of a text: what a teaser repeats is the article's paragraph, not the article."""

FILLED = 0.9
"""Of an element's words: a copy that has as many fills it; the rest are buttons and times."""


def container(page: Page, start: int, end: int) -> int:
    """Return the number of the smallest container of words: not the paragraph alone that a teaser repeats."""
    number = page.around(start, end)
    while number and page.nodes[number].element.tag in _INNER:
        number = page.nodes[number].parent
    return number


def apart(page: Page, one: int, other: int) -> bool:
    """Say whether neither of two elements stands in the other."""
    return page.nodes[one].last < other or page.nodes[other].last < one


def span(page: Page, number: int) -> Stretch:
    """Return the words of an element."""
    return page.nodes[number].start, page.nodes[number].end


def are_siblings(page: Page, copy: Stretch, source: Stretch) -> bool:
    """Say whether a copy and its other copy begin in parts of one template, not in containers of two kinds."""
    common = page.around(min(copy[0], source[0]), max(copy[0] + 1, source[1]))
    return _form_below(page, common, copy[0]) == _form_below(page, common, source[0])


def _form_below(page: Page, number: int, start: int) -> str:
    for piece in pieces_of(page, number):
        if piece.start <= start < piece.end:
            return form_of(page, piece.number) if piece.owner is None else ""
    return ""


def reason_of(page: Page, pieces: Sequence[Piece]) -> str:
    """Say in words that the pieces are a copy, in which container, and why a reader does not see it."""
    first = pieces[0]
    alone = len(pieces) == 1 and first.owner is None
    number = first.number if alone or first.owner is not None else page.nodes[first.number].parent
    element = page.nodes[number].element
    name = (element.get("class") or element.get("id") or "").split()[:1]
    where = ".".join([str(element.tag), *(word[:40] for word in name)])
    place = "in" if alone else "further down in"
    return ", ".join(filter(None, (f"the same text again {place} {where}", hidden(page, number))))


def standing(page: Page, start: int, end: int) -> list[Piece]:
    """Return the pieces that make up the words ``[start, end)``: the widest element with little else, or more."""
    nodes = page.nodes
    number = page.around(start, end)
    if end - start < FILLED * (nodes[number].end - nodes[number].start):
        return [
            piece
            for piece in pieces_of(page, number)
            if piece.number not in page.forgotten and min(end, piece.end) - max(start, piece.start) > piece.words / 2
        ]
    while nodes[number].parent > 0:
        around = nodes[nodes[number].parent]
        if end - start < FILLED * (around.end - around.start):
            break
        number = nodes[number].parent
    return [Piece(number, nodes[number].start, nodes[number].end)]
