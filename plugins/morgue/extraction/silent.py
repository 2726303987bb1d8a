"""What of a page says nothing to a reader, and only makes every later look at it longer."""

from lxml.html import HtmlElement

_SILENT = ("script", "style", "svg", "link", "meta", "iframe")


def drop_silent(tree: HtmlElement) -> None:
    """Take scripts, styles and drawings out of a tree; what they say in JSON-LD an extractor may yet ask for."""
    for element in list(tree.iter(*_SILENT)):
        if element.getparent() is not None and "ld+json" not in element.get("type", ""):
            element.drop_tree()
