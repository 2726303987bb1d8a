"""Panels under a list of tabs: views of one text where all say the same, parts of a text where one does not."""

from morgue.extraction.page import Page

_TAB, _LIST, _PANEL = "tab", "tablist", "tabpanel"
"""Roles by which a page tells a screen reader what is what (WAI-ARIA 1.2)."""


def named_panels(page: Page, one: int, other: int) -> dict[int, int]:
    """Return the tabs that name the panels of two elements, each with the first word of its panel.

    Nothing where the elements stand in no panels of one list, or where no panel between theirs says something else: a
    camp's Wednesday and Friday may be alike, "Article" and "Large print" are the same article.
    """
    first, last = sorted((_panel(page, one), _panel(page, other)))
    if first < 0 or first == last or page.nodes[first].parent != page.nodes[last].parent:
        return {}
    panels = [number for number in page.children(page.nodes[first].parent) if _role(page, number) == _PANEL]
    tabs = _tabs(page, panels[0])
    between = panels[panels.index(first) + 1 : panels.index(last)]
    others = [page.words[page.nodes[each].start : page.nodes[each].end] for each in between]
    said = page.words[page.nodes[first].start : page.nodes[first].end]
    if len(tabs) != len(panels) or all(words in ([], said) for words in others):
        return {}
    return {tab: page.nodes[panel].start for tab, panel in zip(tabs, panels, strict=True)}


def _panel(page: Page, number: int) -> int:
    """Return the panel that an element is or stands in, or -1."""
    while number >= 0 and _role(page, number) != _PANEL:
        number = page.nodes[number].parent
    return number


def _tabs(page: Page, panel: int) -> list[int]:
    """Return the tabs of the last list of tabs before a panel, in order."""
    listed = next((number for number in range(panel - 1, -1, -1) if _role(page, number) == _LIST), None)
    if listed is None:
        return []
    return [number for number in range(listed + 1, page.nodes[listed].last + 1) if _role(page, number) == _TAB]


def _role(page: Page, number: int) -> str:
    return str(page.nodes[number].element.get("role", ""))
