"""The units that a reader meets one after the other: each paragraph, heading, item or cell, as a span of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from morgue.extraction.page import Page

INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"),
        *("ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
        *("var", "wbr"),
    }
)

_LINKING = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "dt", "summary"})
"""They may link to the part that they head."""

_FURNITURE = frozenset({"nav", "footer", "form", "aside"})
"""Elements that stand around an article: what they say neither heads a part of it nor tells of anything."""

PROSE_WORDS = 12
"""Words of a unit that is no label."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of words ``[start, end)`` that no other block parts.

    ``form`` is what its likes have in common: the names of its element and of the one around. ``told`` says that it
    belongs to what the page tells, and is neither furniture nor a bare link (a ``link``). Lines of one paragraph have
    one ``owner``.
    """

    start: int
    end: int
    form: str
    told: bool
    owner: int
    link: bool = False

    @property
    def words(self) -> int:
        """Return how many words the unit has."""
        return self.end - self.start

    @property
    def prose(self) -> bool:
        """Say whether the unit is as long as a sentence."""
        return self.told and self.words >= PROSE_WORDS


def units_of(page: Page) -> Iterator[Unit]:
    """Yield the units of a page in order."""
    nodes = page.nodes
    linked = [0, *page.linked.cumsum().tolist()]
    furniture: list[bool] = []
    for node in nodes:
        furniture.append(node.element.tag in _FURNITURE or (node.parent >= 0 and furniture[node.parent]))
    waiting: list[int] = []
    position = 0

    def until(end: int) -> Iterator[Unit]:
        if position < end:
            number = waiting[-1]
            alone = linked[end] - linked[position] == end - position and nodes[number].element.tag not in _LINKING
            told = not furniture[number] and not alone
            yield Unit(position, end, form_of(page, number), told, number, link=alone and not furniture[number])

    for number, node in enumerate(nodes):
        if node.element.tag in INLINE:
            continue
        while waiting and nodes[waiting[-1]].last < number:
            yield from until(nodes[waiting[-1]].end)
            position = max(position, nodes[waiting.pop()].end)
        if waiting:
            yield from until(node.start)
        position = max(position, node.start)
        waiting.append(number)
    while waiting:
        yield from until(nodes[waiting[-1]].end)
        position = max(position, nodes[waiting.pop()].end)


def form_of(page: Page, number: int) -> str:
    """Return what an element has in common with others of a template: its name and class, and its parent's."""
    node = page.nodes[number]
    names = [_name(node.element)]
    if node.parent >= 0:
        names.append(_name(page.nodes[node.parent].element))
    return " in ".join(names)


def _name(element: HtmlElement) -> str:
    classes = element.get("class", "").split(maxsplit=1)[:1]
    return ".".join([str(element.tag), *map(_without_number, classes)])


@lru_cache(maxsize=4096)
def _without_number(name: str) -> str:
    return re.sub(r"[\d_-]+$", "", name)
