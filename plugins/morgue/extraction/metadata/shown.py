"""Who wrote an article, as the page shows it to its readers."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from morgue.extraction.metadata.days import days_in
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.lines import MOST_WORDS, Line, is_small, lines_by, pieces_of
from morgue.extraction.metadata.names import is_person, names_in
from morgue.extraction.metadata.reading import Shown

_PROFILE = re.compile(
    r"/(?:authors?|by|contributors?|writers?|autor(?:en|es)?|auteurs?|reporters?|journalists?|columnists?)/",
    re.IGNORECASE,
)
_BESIDE = frozenset({"aside", "nav", "form", "label", "button", "blockquote"})
_OTHERS = re.compile(r"comment|repl(?:y|ies)|testimonial|related|recent|sidebar|quote|copy|reviewer", re.IGNORECASE)
_UP = 6
"""Elements around one that may say what it belongs to."""

_MARKED = 40
"""Elements made for authors that are looked at: a page of comments has hundreds."""

_ABOVE = 8
"""Words above a headline among which the line with its author may stand; further up are the menus."""


def shown_authors(evidence: Evidence, headline: int | None) -> Shown:
    """Return who wrote an article as the page shows it: by its headline before all, else in an element made for it."""
    nodes, words = evidence.page.nodes, evidence.page.words
    lines = list(lines_by(evidence.page, headline)) if headline is not None else []
    above = nodes[headline].start - _ABOVE if headline is not None else 0
    close = [line for line in lines if line.end > above]
    texts = [pieces_of(nodes[line.number].element) for line in close]
    shown = Shown(pieces=[piece for pieces in texts for piece in pieces])
    marked = [number for number in evidence.authors[:_MARKED] if is_small(evidence.page, number, MOST_WORDS)]
    near = [number for number in marked if _is_among(evidence, number, lines)]
    for number in sorted(near, key=lambda number: not _is_among(evidence, number, close)):
        if shown.read(pieces_of(nodes[number].element), marked=True):
            return shown
    for at, pieces in enumerate(texts):
        by_line = (words[line.start : line.end] for line in close[at : at + 2])
        dated = any(next(days_in(each, evidence.language), None) for each in by_line)
        if shown.read(pieces, marked=False, dated=dated):
            return shown
    for line in close:
        shown.authors += _linked(nodes[line.number].element)
        if shown.authors:
            return shown
    for number in marked:
        if not _is_beside(nodes[number].element):
            pieces = pieces_of(nodes[number].element)
            shown.pieces += pieces
            if shown.read(pieces, marked=True):
                return shown
    return shown


def _linked(element: HtmlElement) -> list[str]:
    """Return the names that lead to the pages of authors."""
    links = (link for link in element.iter("a") if _PROFILE.search(link.get("href", "")))
    return [name for link in links for piece in pieces_of(link) for name in names_in(piece) if is_person(name)]


def _is_among(evidence: Evidence, number: int, lines: Sequence[Line]) -> bool:
    node = evidence.page.nodes[number]
    return any(line.start <= node.start and node.end <= line.end for line in lines)


def _is_beside(element: HtmlElement) -> bool:
    """Say whether an element belongs to something beside the article: a comment, a teaser, what somebody says."""
    around: HtmlElement | None = element
    for _ in range(_UP):
        if around is None:
            break
        whole = around.tag == "footer" and next(around.iterancestors("article", "main"), None) is None
        if whole or around.tag in _BESIDE or _OTHERS.search(f"{around.get('class', '')} {around.get('id', '')}"):
            return True
        around = around.getparent()
    return False
