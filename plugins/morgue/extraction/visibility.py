"""What of a page a reader does not see, as far as the markup alone says so."""

import re

from morgue.extraction.page import Page

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
            or not _CLASSES.isdisjoint(element.get("class", "").lower().split())
        ):
            return "hidden from view"
        if _PRINT.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return "shown in print only"
        number = page.nodes[number].parent
    return ""
