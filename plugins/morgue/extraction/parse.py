"""A page's bytes become a tree, within limits."""

import re
from contextlib import suppress
from unicodedata import normalize

from lxml.etree import ElementDefaultClassLookup, LxmlError, XPath
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.utils import repair_faulty_html

from morgue.extraction.charset import PARTING, decode
from morgue.extraction.errors import ExtractionError
from morgue.extraction.wide import without_breaks
from morgue.limits import STANDARD, Limits

MAX_TEXT = 2_000_000
"""Characters of a text: twice those of a long novel; more takes every later step minutes."""

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<[a-zA-Z](?:{_ATTRIBUTE}){{0,4999}}+({_ATTRIBUTE})?+")
"""A tag up to its 5,000th attribute, as HTML parts them; libxml2 compares each attribute with all before it."""

_AS_WRITTEN = frozenset({"pre", "textarea", "xmp", "listing"})

_PARSED_RUN = 10_000_000
"""Bytes between two tags: at so many libxml2 stops reading, and says nothing."""


_CONTROLS = bytes({*range(32)} - {9, 10, 13})
_NO_CHARACTERS = re.compile("\ufffe|\uffff".encode())
"""What libxml2 ends a page at, or takes for an error."""

_REPAIRED = 4 * 4096
"""Bytes in which the first 4096 characters stand, in which trafilatura looks for what it repairs; the first line of a
doctype may be longer."""

_PARSER = HTMLParser(collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True)
_PARSER.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
"""One class for every element: lxml's own choice by tag is asked in Python each time an element is met, which is
a tenth of the time of all that is done with a page."""

_elements = XPath("count(descendant-or-self::*)")
_DEEP = 100
"""Elements inside each other, of which hardly a page has as many: only there each one's depth is counted."""

_is_deep = XPath(f"boolean({'/*' * _DEEP})")
_is_deeper = XPath("boolean(descendant-or-self::*[count(ancestor-or-self::*) > $depth])")


def parse(payload: bytes, header: str | None = None, limits: Limits = STANDARD) -> HtmlElement:
    """Return a page's tree, comments left out, its text in Unicode's composed form; ``header`` as for ``decode``.

    Raise ExtractionError for a page without markup, or with more of anything than any honest page.
    """
    text = decode(payload, header).replace(PARTING, "")
    if any(_TAG.findall(text)):
        raise ExtractionError("a tag of the page has more than 5000 attributes; no article looks like that")
    runs = text.split("<") if len(text) * 4 >= _PARSED_RUN else ()
    if any(len(run) * 4 >= _PARSED_RUN <= len(run.encode("utf-8", "replace")) for run in runs):
        raise ExtractionError(f"the page has {_PARSED_RUN} bytes without a tag; no article looks like that")
    tree = _tree(text)
    _limit(tree, limits)
    if not text.isascii() or "&" in text:
        _compose(tree)
    return tree


def _tree(text: str) -> HtmlElement:
    if _TAG.search(text):
        with suppress(LxmlError):
            return fromstring(_repaired(text), parser=_PARSER)
    raise ExtractionError("it holds no readable HTML; capture the page again")


def _repaired(text: str) -> bytes:
    """Return a page as libxml2 takes it: no control characters, and trafilatura's repairs of its first lines.

    trafilatura looks for control characters in a string, which takes four times as long as in bytes. So it is given
    the first lines alone, which are all that else it repairs.
    """
    page = _NO_CHARACTERS.sub(b"", text.encode("utf-8", "replace").translate(None, _CONTROLS))
    first_lines = page.find(b"\n", _REPAIRED) + 1 or len(page)
    return repair_faulty_html(page[:first_lines].decode(), text[:50].lower()).encode() + page[first_lines:]


def _limit(tree: HtmlElement, limits: Limits) -> None:
    """Refuse what has more elements, or deeper ones, than any page that is read."""
    if _elements(tree) > limits.nodes:
        raise ExtractionError(
            f"the page has more than {limits.nodes} elements; no article looks like that (MORGUE_MAX_NODES)"
        )
    if (_is_deep(tree) or limits.depth < _DEEP) and _is_deeper(tree, depth=limits.depth):
        raise ExtractionError(
            f"the page's elements are nested more than {limits.depth} deep; no article looks like that"
            " (MORGUE_MAX_DEPTH)"
        )


def _compose(tree: HtmlElement) -> None:
    """Compose the letters of a tree's text: an extractor counts characters. In the markup a sign may end a tag.

    It also takes line breaks for spaces, so those that part no words go before it.
    """
    for element in tree.iter():
        text, tail = element.text, element.tail
        if text and not text.isascii():
            _compose_one(element, "text", text)
        if tail and not tail.isascii():
            _compose_one(element, "tail", tail)


def _compose_one(element: HtmlElement, name: str, text: str) -> None:
    whole = normalize("NFC", text)
    joined = without_breaks(whole) if "\n" in whole else whole
    if joined != whole and _is_as_written(element, inside=name == "text"):
        joined = whole
    if joined != text:
        setattr(element, name, joined)


def _is_as_written(element: HtmlElement, *, inside: bool) -> bool:
    """Say whether line breaks inside an element, or right behind it, are their author's."""
    return (inside and element.tag in _AS_WRITTEN) or any(each.tag in _AS_WRITTEN for each in element.iterancestors())
