"""Makes Chinese and Japanese searchable by an indexer that knows words only by the spaces around them."""

import re

from lxml import html

_CHARACTER = "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
"""Kana, Han and the mark that repeats one; Korean puts spaces between words itself."""
_UNSPACED = re.compile(rf"(?<={_CHARACTER})(?=\w)|(?<=\w)(?={_CHARACTER})")
_TEXTS = "//*[@data-pagefind-body]//text()[not(ancestor::*[@data-pagefind-filter or @data-pagefind-sort])]"
"""What is searched; filters are shown as they stand, and sorting compares them."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that a stranger's page may hold, and that the tree takes from a parser but not from us."""


def spaced(page: str) -> str:
    """Return a page with each Chinese or Japanese character of its text a word of its own.

    It is a copy for the index alone. A search page does the same to a query and asks for it as a phrase; in the
    extracts it takes a space between two such characters out again.
    """
    if not _UNSPACED.search(page):
        return page
    tree = html.document_fromstring(page)
    for text in tree.xpath(_TEXTS):
        words = _UNSPACED.sub(" ", _NOT_TEXT.sub("", text))
        if text.is_tail:
            text.getparent().tail = words
        else:
            text.getparent().text = words
    return str(html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))
