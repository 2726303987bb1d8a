"""The pieces that a container is made of, its elements and the text between them, and how some are taken out of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement, fromstring

from morgue.extraction.charset import PARTING
from morgue.extraction.nodes import SILENT
from morgue.extraction.page import Page

NO_PROSE = frozenset({"ul", "ol", "li", "dl", "dt", "dd", "pre", "figure", "table", "thead", "tbody", "tr"})
"""Elements that go with a copy but do not make one: lists and tables may well say the same twice."""

_SHOWN = f".//text()[not({' or '.join(f'ancestor::{tag}' for tag in sorted(SILENT))})]"
"""The text of an element that a reader sees."""


class Piece(NamedTuple):
    """A child of a container, or a run of text in it: the words ``[start, end)`` of the page.

    ``number`` is the child's node, or that of the container whose text this is; ``owner`` holds the text, as its
    ``text`` or as its ``tail``, and is None for a child.
    """

    number: int
    start: int
    end: int
    owner: HtmlElement | None = None
    tail: bool = False

    @property
    def words(self) -> int:
        """Return how many words the piece has."""
        return self.end - self.start


def pieces_of(page: Page, number: int) -> Iterator[Piece]:
    """Yield the pieces of a container in order; text without words is none."""
    node = page.nodes[number]
    position, owner, tail = node.start, node.element, False
    for child in page.children(number):
        inner = page.nodes[child]
        if position < inner.start:
            yield Piece(number, position, inner.start, owner, tail)
        yield Piece(child, inner.start, inner.end)
        position, owner, tail = inner.end, inner.element, True
    if position < node.end:
        yield Piece(number, position, node.end, owner, tail)


def tag_of(page: Page, piece: Piece) -> str:
    """Return the name of a piece's element, or nothing for text between elements."""
    return str(page.nodes[piece.number].element.tag) if piece.owner is None else ""


def text_of(page: Page, pieces: Iterable[Piece]) -> str:
    """Return the text of pieces as a reader sees it."""
    return " ".join(
        "".join(page.nodes[piece.number].element.xpath(_SHOWN)) if piece.owner is None else _text(piece)
        for piece in pieces
    )


def take_out(page: Page, pieces: Sequence[Piece]) -> HtmlElement:
    """Take pieces out of the page's tree and return a container that holds them alone, in their order."""
    page.forget(piece.number for piece in pieces if piece.owner is None)
    page.taken += [(piece.start, piece.end) for piece in pieces]
    if len(pieces) == 1 and pieces[0].owner is None:
        return _dropped(page.nodes[pieces[0].number].element)
    texts = [_take_text(piece) for piece in pieces]
    taken = fromstring("<div></div>")
    for piece, text in zip(pieces, texts, strict=True):
        if piece.owner is None:
            taken.append(_dropped(page.nodes[piece.number].element))
        elif len(taken):
            taken[-1].tail = f"{taken[-1].tail or ''}{text}"
        else:
            taken.text = f"{taken.text or ''}{text}"
    return taken


def _dropped(element: HtmlElement) -> HtmlElement:
    """Return an element without its tail, taken out of its tree; what stood before and behind it stays parted."""
    if element.tail and element.tail.strip():
        element.tail = f" {PARTING} {element.tail}"
    element.drop_tree()
    element.tail = None
    return element


def _text(piece: Piece) -> str:
    return "" if piece.owner is None else (piece.owner.tail if piece.tail else piece.owner.text) or ""


def _take_text(piece: Piece) -> str:
    text = _text(piece)
    if piece.owner is not None and piece.tail:
        piece.owner.tail = " "
    elif piece.owner is not None:
        piece.owner.text = " "
    return text
