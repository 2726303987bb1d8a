"""Finds the elements that selectors name: one walk over the tree, whatever the selectors and however hostile the page.

An element's state is a number with a bit for each step of each selector: those that end here. What a step asks of the
element before, around or above is then one look at the state carried along.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from morgue.authority.selectors import Attribute, Compound, Place, Selector

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Step:
    """A step with its own bit, that of the step before, and the selector (by its place in the list) that it ends."""

    combinator: str
    compound: Compound
    bit: int
    before: int
    ends: int | None


@dataclass(slots=True)
class _Family:
    """The children of one element while they are walked: the states before and above the next one."""

    children: Iterator[HtmlElement]
    size: int
    likes: Counter[str]
    parent: int = 0
    above: int = 0
    before: int = 0
    earlier: int = 0
    number: int = 0
    seen: Counter[str] = field(default_factory=Counter)


def selected(tree: HtmlElement, selectors: Sequence[Selector]) -> Iterator[tuple[HtmlElement, list[int]]]:
    """Yield in document order each element that one of the selectors names, with the places of those that do."""
    steps = list(_steps(selectors))
    placed = any(step.compound.places or any(bar.places for bar in step.compound.barred) for step in steps)
    waiting = [_Family(iter([tree]), 1, Counter([str(tree.tag)]))]
    while waiting:
        family = waiting[-1]
        element = next(family.children, None)
        if element is None:
            waiting.pop()
            continue
        tag = str(element.tag)
        family.number += 1
        if placed:
            family.seen[tag] += 1
        state = 0
        ended: list[int] = []
        names = element.get("class")
        classes = frozenset(names.split()) if names else _NONE
        related = {"": -1, ">": family.parent, " ": family.above, "+": family.before, "~": family.earlier}
        for step in steps:
            if step.compound.tag not in ("", tag) or not related[step.combinator] & step.before:
                continue
            if step.compound.classes <= classes and _fits(element, tag, classes, step.compound, family):
                state |= step.bit
                if step.ends is not None and step.ends not in ended:
                    ended.append(step.ends)
        family.before = state
        family.earlier |= state
        if ended:
            yield element, ended
        if len(element):
            children = [child for child in element if isinstance(child.tag, str)]
            likes = Counter(str(child.tag) for child in children) if placed else Counter()
            waiting.append(_Family(iter(children), len(children), likes, state, family.above | state))


def _steps(selectors: Sequence[Selector]) -> Iterator[_Step]:
    bit = 1
    for place, selector in enumerate(selectors):
        for chain in selector:
            before = bit
            for step in chain:
                yield _Step(step.combinator, step.compound, bit, before, place if step is chain[-1] else None)
                before, bit = bit, bit << 1


def _fits(element: HtmlElement, tag: str, classes: frozenset[str], compound: Compound, family: _Family) -> bool:
    return (
        compound.tag in ("", tag)
        and compound.classes <= classes
        and all(element.get("id") == one for one in compound.ids)
        and all(_has(element, attribute) for attribute in compound.attributes)
        and all(_stands(tag, place, family) for place in compound.places)
        and not any(_fits(element, tag, classes, barred, family) for barred in compound.barred)
    )


def _has(element: HtmlElement, attribute: Attribute) -> bool:
    found = element.get(attribute.name)
    if found is None or attribute.operator == "exists":
        return (found is None) == (attribute.operator == "!=")
    wanted = attribute.value
    if attribute.any_case:
        found, wanted = found.lower(), wanted.lower()
    if not wanted and attribute.operator != "=":
        return False
    return {
        "=": found == wanted,
        "!=": found != wanted,
        "~=": wanted in found.split(),
        "|=": found == wanted or found.startswith(f"{wanted}-"),
        "^=": found.startswith(wanted),
        "$=": found.endswith(wanted),
        "*=": wanted in found,
    }[attribute.operator]


def _stands(tag: str, place: Place, family: _Family) -> bool:
    from_end, of_type, step, offset = place
    number, size = (family.seen[tag], family.likes[tag]) if of_type else (family.number, family.size)
    counted = size + 1 - number if from_end else number
    return counted == offset if step == 0 else (counted - offset) % step == 0 and (counted - offset) // step >= 0
