"""Rules of outlets that meet nothing any more: the outlet makes up its pages anew, or the rule never was right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from morgue.authority.entries import Outlet
from morgue.authority.outlets import day_of_page, outlet_of
from morgue.model import Record


@dataclass(frozen=True, slots=True)
class IdleRule:
    """A rule, where it is written, its outlet, and for how many of the outlet's captures it is in force."""

    place: str
    outlet: str
    captures: int

    def __str__(self) -> str:
        """Say it in a sentence."""
        if not self.captures:
            return f"this rule is in force for none of the captures of {self.outlet}"
        return f"this rule meets nothing in the captures of {self.outlet} for which it is in force ({self.captures})"


def idle_rules(records: Iterable[Record], outlets: Mapping[str, Outlet]) -> tuple[IdleRule, ...]:
    """Return the rules, of outlets with captures, that met nothing in any of them, in order of outlet and line."""
    days: dict[str, list[str | None]] = {}
    met: set[str] = set()
    for record in records:
        clipping = record.clipping
        outlet = outlet_of(clipping.url, clipping.source, outlets)
        if outlet and outlet.rules:
            days.setdefault(outlet.id, []).append(day_of_page(clipping.captured, clipping.published))
            met.update(record.mask.rules_met)
    return tuple(
        IdleRule(rule.place, outlets[key].name, sum(map(rule.in_force, days[key])))
        for key in sorted(days)
        for rule in outlets[key].rules
        if rule.place not in met
    )
