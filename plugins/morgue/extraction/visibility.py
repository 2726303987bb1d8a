"""What of a page a reader does not see, as far as the markup alone says so."""

import re

from lxml.html import HtmlElement

from morgue.extraction.page import Node, Page
from morgue.letters import words_of

_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASSES = frozenset({"hidden", "hide", "d-none", "invisible", "visually-hidden", "sr-only"})
"""Names that common style sheets give to what is hidden."""

_BESIDE = frozenset({"aside", "nav", "footer", "form", "dialog"})
_BESIDE_ROLES = frozenset({"dialog", "alertdialog", "complementary", "navigation", "contentinfo"})
"""Where no article stands, so that an extractor passes it by."""

_PRINT = re.compile(
    r"(?<![\w-])(?:d-|only-|visible-)?print(?:able|only|-only|-version|-view|-copy|-block)?(?![\w-])", re.IGNORECASE
)
"""Names of what is shown in print alone; "no-print" and "print-hidden" say the contrary."""


_MOST = 0.3
"""Of a page's words: where more are hidden a program shows them, and they may be the article."""


def drop_hidden(page: Page) -> None:
    """Take out of a page's tree what its style sheet hides, bars and boxes that wait for their hour, and templates."""
    number = 0
    while number < len(page.nodes):
        node = page.nodes[number]
        if number not in page.forgotten and _waits(page, node):
            node.element.drop_tree()
            page.forget([number])
            number = node.last
        number += 1


def _waits(page: Page, node: Node) -> bool:
    if node.element.tag == "template":
        words = 0 if "shadowrootmode" in node.element.attrib else len(words_of("".join(node.element.itertext())))
    else:
        words = 0 if _CLASSES.isdisjoint(_names(node.element)) else node.end - node.start
    return 0 < words < _MOST * len(page.words)


def _names(element: HtmlElement) -> list[str]:
    return str(element.get("class", "")).lower().split()


def hidden(page: Page, number: int) -> str:
    """Return why a reader does not see an element of the page, or nothing."""
    while number >= 0:
        element = page.nodes[number].element
        if element.tag == "noscript":
            return "shown without script only"
        if element.tag in _BESIDE or element.get("role") in _BESIDE_ROLES:
            return "beside the article"
        if (
            "hidden" in element.attrib
            or element.get("aria-hidden") == "true"
            or _STYLE.search(element.get("style", ""))
            or not _CLASSES.isdisjoint(_names(element))
        ):
            return "hidden from view"
        if _PRINT.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return "shown in print only"
        number = page.nodes[number].parent
    return ""
