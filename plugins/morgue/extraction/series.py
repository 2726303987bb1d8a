"""Entries of a series: they may be alike but for their headings, as the weeks of a plan are."""

from collections.abc import Collection, Iterator, Sequence

from lxml.html import HtmlElement

from morgue.extraction.page import Node, Page
from morgue.extraction.pieces import Piece
from morgue.letters import words_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_CLOSE = 8
"""Words that may stand between a heading and what it heads, such as a date: fewer than these."""


def is_entry(page: Page, copy: Sequence[Piece], holder: Node, source: int) -> bool:
    """Say whether a copy is an entry of a series: headed in its own way, as the other copy is in its.

    ``holder`` is the container of the other copy, which begins with the word ``source``. A heading that stands
    elsewhere on the page is none of a copy's own: copies begin with the headline.
    """
    own = [page.nodes[piece.number].element for piece in copy if piece.owner is None]
    first = next((text for element in own for text in _headings(element)), None)
    if first is not None:
        in_series = next(_headings(holder.element, own), None) is not None
        return in_series and first not in _headings(page.nodes[0].element, own)
    above, over_source = _heading_before(page, copy[0].start), _heading_before(page, source)
    if above is None or over_source is None or above.tag != over_source.tag:
        return False
    return _text(above) != _text(over_source) and _text(above) not in _headings(page.nodes[0].element, [above])


def _headings(element: HtmlElement, without: Collection[HtmlElement] = ()) -> Iterator[str]:
    for heading in element.iter(*_HEADINGS):
        text = _text(heading)
        if text and not any(each in without for each in (heading, *heading.iterancestors())):
            yield text


def _heading_before(page: Page, start: int) -> HtmlElement | None:
    """Return the heading right above a word of the page."""
    found = None
    for node in page.nodes:
        if node.start >= start:
            break
        if node.element.tag in _HEADINGS and node.start < node.end <= start < node.end + _CLOSE:
            found = node.element
    return found


def _text(heading: HtmlElement) -> str:
    return " ".join(words_of("".join(heading.itertext())))
