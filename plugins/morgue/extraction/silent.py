"""What of a page is no part of any article, and only makes every later look at it longer."""

from lxml.html import HtmlElement

from morgue.extraction.nodes import Node
from morgue.extraction.page import Page
from morgue.extraction.visibility import waits

_SILENT = ("script", "style", "svg", "link", "meta", "iframe")

_FURNITURE = frozenset(
    {
        *("applet", "area", "aside", "audio", "button", "canvas", "datalist", "dialog", "embed", "footer"),
        *("frame", "frameset", "input", "map", "menu", "nav", "noscript", "object", "optgroup"),
        *("option", "output", "param", "progress", "select", "source", "textarea", "track", "video"),
    }
)
"""Elements that trafilatura drops too, but only after it has copied the page and searched it several times."""

_MOST = 0.3
"""Of a page's words: where one of these holds more, the article may stand in it; where more are hidden a program shows
them, and they may be the article."""


def drop_silent(tree: HtmlElement) -> None:
    """Take scripts, styles and drawings out of a tree; what they say in JSON-LD an extractor may yet ask for."""
    for element in list(tree.iter(*_SILENT)):
        if element.getparent() is not None and "ld+json" not in element.get("type", ""):
            element.drop_tree()


def drop_unread(page: Page) -> None:
    """Take menus, sidebars and controls out of a page's tree, and boxes that wait for their hour."""
    most = _MOST * len(page.words)
    nodes = enumerate(page.nodes)
    page.drop(at for at, node in nodes if at not in page.forgotten and _is_unread(node, most))


def is_unread(page: Page, number: int) -> bool:
    """Say whether an element is, or stands in, what ``drop_unread`` takes out."""
    most = _MOST * len(page.words)
    while number >= 0:
        if _is_unread(page.nodes[number], most):
            return True
        number = page.nodes[number].parent
    return False


def _is_unread(node: Node, most: float) -> bool:
    return (node.element.tag in _FURNITURE and node.end - node.start < most) or waits(node, most)
