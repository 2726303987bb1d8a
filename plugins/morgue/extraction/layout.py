"""Old pages are laid out in tables, which an extractor takes for data, or stand in a form, which it takes for none."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from morgue.extraction.page import Page

_COLUMN = 60
"""Words from which a cell that holds most of its table is the page's column, not an entry."""

_SECTIONS = frozenset({"thead", "tbody", "tfoot"})


def unwrap_layout_tables(page: Page) -> None:
    """Make plain containers of the tables that only place things on the page, in its tree.

    A table is layout where it says so, where another table stands in one of its cells, or where one of its cells
    holds most of its words.
    """
    words = {node.element: node.end - node.start for node in page.nodes if node.element.tag in {"table", "td", "th"}}
    for table in [element for element in words if element.tag == "table"]:
        parts = list(_parts(table))
        cells = [part for part in parts if part.tag in {"td", "th"}]
        largest = max((words[cell] for cell in cells), default=0)
        column = len(cells) > 1 and largest >= _COLUMN and largest > words[table] / 2
        nested = any(next(cell.iter("table"), None) is not None for cell in cells)
        if column or nested or table.get("role") in {"presentation", "none"}:
            for part in (table, *parts):
                part.tag = "div"


def unwrap_page_form(page: Page) -> None:
    """Make a plain container of a form that holds most of the page's words, as ASP.NET prints one around all."""
    for node in page.nodes:
        if node.element.tag == "form" and 2 * (node.end - node.start) > len(page.words):
            node.element.tag = "div"


def _parts(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a table's own sections, rows and cells, none of a table inside it."""
    for child in table:
        if child.tag in _SECTIONS or child.tag == "tr":
            yield child
            for inner in child:
                if inner.tag in {"tr", "td", "th"}:
                    yield inner
                    yield from (cell for cell in inner if inner.tag == "tr" and cell.tag in {"td", "th"})
