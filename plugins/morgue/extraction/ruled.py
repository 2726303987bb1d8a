"""What an outlet's rules name on a page by selector: its body, what stands in it whatever happens, and what goes.

What goes is taken out of the tree before anything is looked for, as a twin is. What is kept stays in the tree, so that
the extractor judges the page as it is. Where rules name elements inside each other the innermost is followed.
"""

from collections.abc import Mapping, Sequence

from lxml.html import HtmlElement

from morgue.authority.selectors import compile_selector
from morgue.extraction.errors import ExtractionError
from morgue.extraction.inline import Draft
from morgue.extraction.named import Named, body_of
from morgue.extraction.page import Page
from morgue.extraction.selecting import selected
from morgue.extraction.selections import Selection, Verb

_NEVER = frozenset({"html", "head", "body"})
"""Elements that are not taken out: without them there is no page."""

MAX_KEPT = 1_000
"""Elements that rules keep on a page, each of which is looked for in the blocks around it."""


class Ruled:
    """The elements of one parsed page that an outlet's rules name."""

    def __init__(self, tree: HtmlElement, selections: Sequence[Selection]) -> None:
        self._met: set[str] = set()
        self._main: list[HtmlElement] = []
        self._named: dict[HtmlElement, Named] = {}
        selectors = [compile_selector(each.selector) for each in selections]
        for element, numbers in selected(tree, selectors) if selectors else ():
            self._note(element, [selections[number] for number in numbers])
        if sum(named.anchor is None for named in self._named.values()) > MAX_KEPT:
            places = sorted({named.place for named in self._named.values() if named.anchor is None})
            raise ExtractionError(f"{places[0]} keeps more than {MAX_KEPT} elements of the page; name what holds them")

    def _note(self, element: HtmlElement, selections: Sequence[Selection]) -> None:
        """Note what the rules make of an element: where one keeps it, none takes it out."""
        said = {each.verb: each.place for each in reversed(selections)}
        self._met.update(said.values())
        if "main" in said:
            self._main.append(element)
        verb: Verb = "keep" if "keep" in said else "remove"
        if verb not in said or element.tag in _NEVER or (verb == "remove" and "main" in said):
            return
        around = next((self._named[each] for each in element.iterancestors() if each in self._named), None)
        anchor = around.anchor if around else None
        if around is None or around.verb != verb:
            outermost = element if anchor is None and verb == "remove" else anchor
            self._named[element] = Named(element, verb, said[verb], outermost)

    @property
    def met(self) -> tuple[str, ...]:
        """Return where those rules are written that name any element."""
        return tuple(sorted(self._met))

    @property
    def aside(self) -> frozenset[HtmlElement]:
        """Return the outermost elements that are taken out."""
        return frozenset(named.anchor for named in self._named.values() if named.anchor is not None)

    def take_out(self, page: Page) -> None:
        """Take the elements out of the page's tree that do not stay there."""
        if not self._named:
            return
        numbers = self._numbers(page)
        for named in list(self._named.values()):
            named.number = numbers.get(named.element if named.anchor is None else named.anchor, -1)
            if named.number < 0:  # no reader sees it
                del self._named[named.element]
            elif named.anchor is not None:
                named.detach()
                page.forget([named.number])

    def read(self, page: Page) -> list[Named]:
        """Return the elements that stand, or stood, outside the page's twins, with all that a reader sees of them.

        Of the bodies only those outside of twins are remembered.
        """
        if self._main:
            numbers = self._numbers(page)
            bodies = [each for each in self._main if each in numbers and numbers[each] not in page.forgotten]
            inner = set(bodies)
            self._main = [each for each in bodies if inner.isdisjoint(each.iterancestors())]
        named = self._named.values()
        found = [each for each in named if each.anchor is not None or each.number not in page.forgotten]
        for each in found:
            each.read(page)
        return found

    @property
    def names_body(self) -> bool:
        """Say whether a rule names the page's body, so that nobody else has a say in it."""
        return bool(self._main)

    def main(self) -> list[Draft]:
        """Return the blocks of the page's body, if a rule names it, without the furniture in it."""
        return [draft for body in self._main for draft in body_of(body)]

    def _numbers(self, page: Page) -> Mapping[HtmlElement, int]:
        wanted = {*self._named, *self._main}
        return {node.element: number for number, node in enumerate(page.nodes) if node.element in wanted}
