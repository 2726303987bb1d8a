"""A page's bytes become a tree, within limits."""

import re
from itertools import islice
from unicodedata import is_normalized, normalize

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura.utils import load_html

from morgue.extraction.charset import PARTING, decode
from morgue.extraction.errors import ExtractionError

MAX_ELEMENTS = 50_000
"""Elements of a page: the largest real article page looked at has 5,000; trafilatura takes quadratic time over some."""

MAX_DEPTH = 200
"""Elements inside each other: the deepest real article page looked at has 56; libxml2 itself gives up near 256."""


MAX_TEXT = 2_000_000
"""Characters of a text: twice those of a long novel; more takes every later step minutes."""

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<[a-zA-Z](?:{_ATTRIBUTE}){{0,4999}}+({_ATTRIBUTE})?+")
"""A tag up to its 5,000th attribute, as HTML parts them; libxml2 compares each attribute with all before it."""

_PARSED_RUN = 10_000_000
"""Bytes between two tags: at so many libxml2 stops reading, and says nothing."""


def parse(payload: bytes) -> HtmlElement:
    """Return a page's tree, comments left out, its text in Unicode's composed form.

    Raise ExtractionError for a page without markup, or with more of anything than any honest page.
    """
    text = decode(payload).replace(PARTING, "")
    if any(tag[1] for tag in _TAG.finditer(text)):
        raise ExtractionError("a tag of the page has more than 5000 attributes; no article looks like that")
    if any(len(run) * 4 >= _PARSED_RUN <= len(run.encode("utf-8", "replace")) for run in text.split("<")):
        raise ExtractionError(f"the page has {_PARSED_RUN} bytes without a tag; no article looks like that")
    tree = load_html(text)
    if tree is None:
        raise ExtractionError("it holds no readable HTML; capture the page again")
    if next(islice(tree.iter(), MAX_ELEMENTS, None), None) is not None:
        raise ExtractionError(f"the page has more than {MAX_ELEMENTS} elements; no article looks like that")
    if _deeper_than(tree, MAX_DEPTH):
        raise ExtractionError(f"the page's elements are nested more than {MAX_DEPTH} deep; no article looks like that")
    _compose(tree)
    return tree


def _compose(tree: HtmlElement) -> None:
    """Compose the letters of a tree's text: an extractor counts characters. In the markup a sign may end a tag."""
    for element in tree.iter():
        if element.text and not is_normalized("NFC", element.text):
            element.text = normalize("NFC", element.text)
        if element.tail and not is_normalized("NFC", element.tail):
            element.tail = normalize("NFC", element.tail)


def _deeper_than(tree: _Element, limit: int) -> bool:
    waiting = [(tree, 1)]
    while waiting:
        element, depth = waiting.pop()
        if depth > limit:
            return True
        waiting.extend((child, depth + 1) for child in element)
    return False
