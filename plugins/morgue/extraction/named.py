"""One element that an outlet's rule names, as blocks: all that a reader sees of it, its outermost name aside."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace

from lxml.html import Element, HtmlElement

from morgue.extraction.blocks import drafts_of
from morgue.extraction.breaks import mark_partings
from morgue.extraction.charset import PARTING
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.selections import Verb
from morgue.extraction.units import INLINE

_OF_TEXT = {"figure": "div", "time": "span"}
_FURNITURE = {
    **_OF_TEXT,
    **dict.fromkeys(("aside", "dialog", "fieldset", "footer", "form", "menu", "nav", "noscript"), "div"),
    **dict.fromkeys(("button", "label", "legend", "output"), "span"),
}
"""Elements that an extractor drops by their name, and what they are where an archivist names what holds them."""


@dataclass(slots=True)
class Named:
    """An element that a rule removes or keeps, and its blocks.

    ``anchor`` is the outermost element that is taken out with it, or None where it stays in the tree; ``number`` is
    the node of that one or else its own.
    """

    element: HtmlElement
    verb: Verb
    place: str
    anchor: HtmlElement | None = None
    number: int = -1
    drafts: list[Draft] = field(default_factory=list)

    def detach(self) -> None:
        """Take the element out of its tree; what stood before and behind it is one text if it stood in a line."""
        if self.element.tail and self.element.tail.strip() and self.element.tag not in INLINE:
            self.element.tail = f" {PARTING} {self.element.tail}"
        self.element.drop_tree()
        self.element.tail = None

    def read(self, page: Page) -> None:
        """Make the element's blocks, marked with its rule."""
        path = page.path(self.number)
        captions = {" ".join("".join(map(str, each.itertext())).split()) for each in self.element.iter("figcaption")}
        removed_by, kept_by = (self.place, "") if self.verb == "remove" else ("", self.place)
        shown = _with_names(self.element, _FURNITURE)
        mark_partings(shown)
        for draft in drafts_of(whole_body(shown)):
            kind = "caption" if draft.kind == "paragraph" and draft.text in captions else draft.kind
            placed = replace(draft, kind=kind, path=path, number=self.number, removed_by=removed_by, kept_by=kept_by)
            self.drafts.append(placed)


def body_of(element: HtmlElement) -> list[Draft]:
    """Return the blocks of a body that a rule names: its figures and dates, and no furniture."""
    return drafts_of(whole_body(_with_names(element, _OF_TEXT)))


def _with_names(element: HtmlElement, names: Mapping[str, str]) -> HtmlElement:
    """Return a copy of an element in a plain container, with other names for some of the elements in it."""
    around = Element("div")
    around.append(copy(element))
    around[0].tail = None
    for tag, other in names.items():
        for each in around.iter(tag):
            each.tag = other
    return around
