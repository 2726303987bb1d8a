"""trafilatura at work; every body is in its vocabulary: p, head, list, item, quote, table, row, cell, ref, hi, lb."""

from collections.abc import Callable
from copy import copy
from functools import cache
from itertools import islice

from lxml.etree import _Element, strip_elements
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.htmlprocessing import convert_tags, tree_cleaning
from trafilatura.settings import Document, Extractor

from morgue.extraction.nodes import SILENT

_LARGE = 10_000
"""Elements, twice those of the largest of 793 article pages: above it trafilatura asks no second extractor, of which
justext takes quadratic time (18,000 short paragraphs: 8 s)."""


@cache
def _options(*, recall: bool = False, fast: bool = False) -> Extractor:
    """Return a setting of trafilatura. Deduplication stays off: it remembers earlier pages.

    Only the body is used, and of the formats "xml" is the one that writes no text beside it.
    """
    return Extractor(
        output_format="xml", comments=False, tables=True, links=True, formatting=True, recall=recall, fast=fast
    )


def quick_body(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura takes for the article without asking others, or None.

    The tree stays as it is, here and below, for trafilatura copies what it is given.
    """
    return _body(tree, _options(fast=True))


def careful_body(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura takes for the article after it asked others, or None; it takes twice as long."""
    return _body(tree, _options(fast=_is_large(tree)))


def generous_body(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura takes for the article, more where it is unsure, after it asked others, or None."""
    return _body(tree, _options(recall=True, fast=_is_large(tree)))


Answer = Callable[[HtmlElement], _Element | None]
ANSWERS: tuple[Answer, ...] = (quick_body, careful_body, generous_body)


def _is_large(tree: HtmlElement) -> bool:
    return next(islice(tree.iter(), _LARGE, None), None) is not None


def _body(tree: HtmlElement, options: Extractor) -> _Element | None:
    document = bare_extraction(tree, options=options)
    return document.body if isinstance(document, Document) else None


def whole_body(element: HtmlElement) -> _Element:
    """Return all that a reader sees of a container that is set aside, of which nothing is chosen."""
    options = _options()
    shown = copy(element)
    strip_elements(shown, *SILENT, with_tail=False)
    return convert_tags(tree_cleaning(shown, options), options)
