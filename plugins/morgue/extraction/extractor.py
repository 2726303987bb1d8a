"""trafilatura at work; every body is in its vocabulary: p, head, list, item, quote, table, row, cell, ref, hi, lb."""

from copy import copy
from functools import cache

from lxml.etree import _Element, strip_elements
from lxml.html import HtmlElement
from trafilatura.htmlprocessing import convert_tags, tree_cleaning
from trafilatura.settings import Extractor

from morgue.extraction.nodes import SILENT


@cache
def options_of(*, recall: bool = False, fast: bool = False) -> Extractor:
    """Return a setting of trafilatura. Deduplication stays off: it remembers earlier pages.

    Only the body is used, and of the formats "xml" is the one that writes no text beside it.
    """
    return Extractor(
        output_format="xml", comments=False, tables=True, links=True, formatting=True, recall=recall, fast=fast
    )


def whole_body(element: HtmlElement) -> _Element:
    """Return all that a reader sees of a container that is set aside, of which nothing is chosen."""
    options = options_of()
    shown = copy(element)
    strip_elements(shown, *SILENT, with_tail=False)
    return convert_tags(tree_cleaning(shown, options), options)
