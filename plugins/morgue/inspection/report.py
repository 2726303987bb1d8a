"""What cleaning took from many captures, counted by rule and by outlet, so that a rule going wrong is seen.

The figures are the same whatever order the captures come in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from morgue.authority.entries import Outlet
from morgue.cleaning.links import LINK_RULES
from morgue.collation import IdleRule, idle_rules
from morgue.inspection.figures import RULE_NAMES, Figures, Part, Sample, figures_of, outlet_of_record
from morgue.model import Failure, Record


@dataclass(frozen=True, slots=True)
class Tally(Part):
    """What a rule took from a number of captures: so many passages (or links) in ``touched`` of them."""

    captures: int
    touched: int
    passages: int


@dataclass(frozen=True, slots=True)
class RuleReport:
    """One rule over all captures: outlets with the largest share first, samples too, or those that lost most."""

    rule: str
    total: Tally
    put_back: int
    """Passages that a sidecar's ``keep`` put back: an archivist's word that the rule was wrong there."""
    outlets: tuple[tuple[str, Tally], ...]
    samples: tuple[Sample, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What each rule took, the one that took most first. A refused capture is not published and counts in no rule."""

    captures: int
    words: int
    links: int
    rules: tuple[RuleReport, ...]
    keep_entries: int
    keep_unmatched: int
    idle_rules: tuple[IdleRule, ...]
    refused: int
    failures: tuple[Failure, ...]


class UnknownOutletError(Exception):
    """No capture is of the outlet that was asked for; ``known`` are those that there are."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(sorted(known))


def report_on(
    outcomes: Iterable[Record | Failure], outlets: Mapping[str, Outlet], rule: str = "", outlet: str = ""
) -> Report:
    """Return what the rules took from the captures: all rules or one, from all outlets or one.

    A failure is of no known outlet and always told. Raise UnknownOutletError where no capture is of the outlet.
    """
    records: list[Record] = []
    found: list[Figures] = []
    refused: list[str] = []
    failures: list[Failure] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        records.append(outcome)
        if outcome.clipping.refused:
            refused.append(outlet_of_record(outcome))
        else:
            found.append(figures_of(outcome, outlets))
    known = {*refused, *(figures.outlet for figures in found)}
    if outlet and outlet not in known:
        raise UnknownOutletError(known)
    chosen = [figures for figures in found if outlet in ("", figures.outlet)]
    names = {*RULE_NAMES, *(name for figures in chosen for name in figures.taken)}
    rules = [_rule_report(name, chosen) for name in names if rule in ("", name)]
    return Report(
        captures=len(chosen),
        words=sum(figures.words for figures in chosen),
        links=sum(figures.links for figures in chosen),
        rules=tuple(sorted(rules, key=lambda each: (each.rule in LINK_RULES, -each.total.amount, each.rule))),
        keep_entries=sum(figures.keep_entries for figures in chosen),
        keep_unmatched=sum(figures.keep_unmatched for figures in chosen),
        idle_rules=tuple(idle for idle in idle_rules(records, outlets) if outlet in ("", idle.outlet)),
        refused=sum(outlet in ("", name) for name in refused),
        failures=tuple(sorted(failures, key=lambda failure: (failure.origin, failure.reason))),
    )


def _rule_report(rule: str, captures: Sequence[Figures]) -> RuleReport:
    by_outlet: dict[str, list[Figures]] = {}
    for figures in captures:
        by_outlet.setdefault(figures.outlet, []).append(figures)
    tallies = [(outlet, _tally(rule, own)) for outlet, own in by_outlet.items()]
    samples = [figures.taken[rule] for figures in captures if rule in figures.taken]
    return RuleReport(
        rule=rule,
        total=_tally(rule, captures),
        put_back=sum(figures.put_back.get(rule, 0) for figures in captures),
        outlets=tuple(
            sorted(
                ((outlet, tally) for outlet, tally in tallies if tally.touched),
                key=lambda pair: (-pair[1].share, -pair[1].amount, pair[0]),
            )
        ),
        samples=tuple(sorted(samples, key=_worst_first)),
    )


def _worst_first(sample: Sample) -> tuple[int, float, int, str, str]:
    return -sample.lost, -sample.share, -sample.amount, sample.origin, sample.opening


def _tally(rule: str, captures: Sequence[Figures]) -> Tally:
    taken = [figures.taken[rule] for figures in captures if rule in figures.taken]
    return Tally(
        amount=sum(sample.amount for sample in taken),
        whole=sum(figures.whole(rule) for figures in captures),
        lost=sum(sample.lost for sample in taken),
        captures=len(captures),
        touched=len(taken),
        passages=sum(sample.passages for sample in taken),
    )
