"""A page's bytes become a tree, within limits."""

from itertools import islice

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from morgue.extraction.charset import PARTING, decode
from morgue.extraction.errors import ExtractionError

MAX_ELEMENTS = 150_000
"""Elements of a page: the largest real article page looked at has 5,000."""

MAX_DEPTH = 200
"""Elements inside each other: the deepest real article page looked at has 56; libxml2 itself gives up near 256."""


def parse(payload: bytes) -> HtmlElement:
    """Return a page's tree, comments left out.

    Raise ExtractionError for a page without markup, or with more elements or deeper than any honest page.
    """
    tree = load_html(decode(payload).replace(PARTING, ""))
    if tree is None:
        raise ExtractionError("it holds no readable HTML; capture the page again")
    if next(islice(tree.iter(), MAX_ELEMENTS, None), None) is not None:
        raise ExtractionError(f"the page has more than {MAX_ELEMENTS} elements; no article looks like that")
    if _deeper_than(tree, MAX_DEPTH):
        raise ExtractionError(f"the page's elements are nested more than {MAX_DEPTH} deep; no article looks like that")
    return tree


def _deeper_than(tree: _Element, limit: int) -> bool:
    waiting = [(tree, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > limit:
            return True
        waiting.extend((child, depth + 1) for child in element)
    return False
