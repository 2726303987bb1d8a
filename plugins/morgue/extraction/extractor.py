"""trafilatura at work; every body is in its vocabulary: p, head, list, item, quote, table, row, cell, ref, hi, lb."""

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
    """Return the best single setting on 793 article pages. Deduplication stays off: it remembers earlier pages.

    Only the body is used, and of the formats "xml" is the one that writes no text beside it.
    """
    return Extractor(
        output_format="xml", comments=False, tables=True, links=True, formatting=True, recall=recall, fast=fast
    )


def article_body(tree: HtmlElement, *, recall: bool) -> _Element | None:
    """Return what trafilatura takes for the article, or None; the tree stays as it is, for it copies what it is given.

    With ``recall`` it takes more where it is unsure.
    """
    large = next(islice(tree.iter(), _LARGE, None), None) is not None
    document = bare_extraction(tree, options=_options(recall=recall, fast=large))
    return document.body if isinstance(document, Document) else None


def whole_body(element: HtmlElement) -> _Element:
    """Return all that a reader sees of a container that is set aside, of which nothing is chosen."""
    options = _options()
    shown = copy(element)
    strip_elements(shown, *SILENT, with_tail=False)
    return convert_tags(tree_cleaning(shown, options), options)
