"""The selectors of an outlet's rules that are in force on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from morgue.authority.entries import Outlet
from morgue.authority.rules import Container, Rule

Verb = Literal["main", "remove", "keep"]


@dataclass(frozen=True, slots=True)
class Selection:
    """A selector, what becomes of its elements, and where the rule is written."""

    selector: str
    verb: Verb
    place: str


def selections_of(outlet: Outlet | None, day: str | None) -> list[Selection]:
    """Return the selectors of an outlet's rules that are in force for a page of a day."""
    if not outlet:
        return []
    return [
        *_selections("main", outlet.main, day),
        *_selections("remove", outlet.remove, day),
        *_selections("keep", outlet.keep, day),
    ]


def _selections(verb: Verb, rules: Sequence[Container | Rule], day: str | None) -> Iterator[Selection]:
    for rule in rules:
        if rule.selector and rule.in_force(day):
            yield Selection(rule.selector, verb, rule.place)
