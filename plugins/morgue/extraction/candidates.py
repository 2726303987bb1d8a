"""Ways to find the text of a page: each returns a body in trafilatura's vocabulary, or None."""

from copy import copy

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.external import sanitize_tree, try_readability
from trafilatura.htmlprocessing import convert_tags, tree_cleaning
from trafilatura.settings import Extractor

_OPTIONS = Extractor(output_format="python", comments=False, tables=True, links=True, formatting=True)
"""The best single setting on 793 article pages; deduplication stays off: its memory is the process's, not the page's."""


def by_trafilatura(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura takes for the article."""
    document = bare_extraction(copy(tree), options=copy(_OPTIONS))
    return None if document is None else document.body


def by_readability(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura's readability takes for the article."""
    found = try_readability(copy(tree))
    if not found.tag or len(found) == 0:
        return None
    return sanitize_tree(found, copy(_OPTIONS))[0]


def whole(element: HtmlElement) -> _Element:
    """Return all the text of an element: for a container that is set aside, of which nothing is chosen."""
    options = copy(_OPTIONS)
    return convert_tags(tree_cleaning(copy(element), options), options)
