"""What of a page a reader does not see, as far as the markup alone says so."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

from morgue.extraction.nodes import Node
from morgue.extraction.page import Page
from morgue.extraction.unseen import is_unseen
from morgue.letters import words_of

_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASSES = frozenset({"hidden", "hide", "d-none", "invisible", "visually-hidden", "sr-only"})
"""Names that common style sheets give to what is hidden."""

_LONGEST = 1000
"""Characters of a class that are read."""

_SHOWN = re.compile(r"d-(?:sm|md|lg|xl|xxl)-(?!none)|(?:sm|md|lg|xl|2xl):(?!hidden|invisible)")
"""Names by which they show again on screens of a width what is hidden on all others."""

_BESIDE = frozenset({"aside", "nav", "footer", "form", "dialog"})
_BESIDE_ROLES = frozenset({"dialog", "alertdialog", "complementary", "navigation", "contentinfo"})
"""Where no article stands, so that an extractor passes it by."""

_PRINT = re.compile(
    r"(?<![\w-])(?:d-|only-|visible-)?print(?:able|only|-only|-version|-view|-copy|-block)?(?![\w-])", re.IGNORECASE
)
"""Names of what is shown in print alone; "no-print" and "print-hidden" say the contrary."""


def waits(node: Node, most: float) -> bool:
    """Say whether an element holds words that nobody reads, fewer than ``most``: a box that waits, a list of tabs."""
    element = node.element
    if element.tag == "template":
        return "shadowrootmode" not in element.attrib and 0 < len(words_of("".join(element.itertext()))) < most
    holds = 0 < node.end - node.start < most
    return holds and (_hides(element) or element.get("role") == "tablist" or is_unseen(element))


def _hides(element: HtmlElement) -> bool:
    """Say whether an element has a name that hides it on screens of every width."""
    names = element.get("class") or ""
    return bool(names) and _is_hiding(names[:_LONGEST])


@lru_cache(maxsize=4096)
def _is_hiding(names: str) -> bool:
    parted = names.lower().split()
    return not _CLASSES.isdisjoint(parted) and not any(map(_SHOWN.match, parted))


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
            or _hides(element)
        ):
            return "hidden from view"
        if _PRINT.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return "shown in print only"
        number = page.nodes[number].parent
    return ""
