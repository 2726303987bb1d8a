"""A report as people read it, 80 columns wide, and as programs do: docs/report.md describes both."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from morgue.cleaning import COPIES
from morgue.cleaning.links import LINK_RULES
from morgue.inspection.figures import Part, Sample
from morgue.inspection.pretty import CONTROL
from morgue.inspection.report import Report, RuleReport, Tally

SCHEMA = 1
"""Raised when a field changes its meaning or goes; a new field does not raise it."""

_WIDTH = 80
_OUTLETS = 5
"""Outlets shown of a rule; the JSON object has them all."""

_OUTLET_WIDTH = 40


def report_json(report: Report, samples: int) -> str:
    """Return the report as one JSON object, with so many samples of each rule."""
    return json.dumps(_fields(report, samples), ensure_ascii=False, indent=1)


def _fields(report: Report, samples: int) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "captures": report.captures,
        "words": report.words,
        "links": report.links,
        "rules": [
            {
                "rule": each.rule,
                "unit": _unit(each),
                **_part(each.total),
                "put_back": each.put_back,
                "outlets": [{"outlet": outlet, **_part(tally)} for outlet, tally in each.outlets],
                "samples": [_part(sample) for sample in each.samples[:samples]],
            }
            for each in report.rules
        ],
        "keep": {"entries": report.keep_entries, "unmatched": report.keep_unmatched},
        "idle_rules": [asdict(idle) for idle in report.idle_rules],
        "refused": report.refused,
        "failures": [{"origin": failure.origin, "reason": failure.reason} for failure in report.failures],
    }


def _part(part: Part) -> dict[str, Any]:
    return {**asdict(part), "share": round(part.share, 4)}


def report_text(report: Report, samples: int) -> str:
    """Return the report as lines of text, with so many samples of each rule."""
    return "\n".join(_lines(report, samples)).translate(CONTROL)


def _lines(report: Report, samples: int) -> Iterator[str]:
    yield f"{_counted(report.captures, 'capture')}, {_counted(report.words, 'word')}, {_counted(report.links, 'link')}"
    yield ""
    yield _columns("rule", "captures", "passages", "words", "share", "lost", "put back")
    for each in report.rules:
        yield _row(each)
    for each in report.rules:
        if each.total.touched:
            yield ""
            yield from _rule(each, samples)
    yield ""
    yield from _rest(report)


def _columns(name: str, *figures: str) -> str:
    return f"{name:<12}{''.join(f'{figure:>10}' for figure in figures)}".rstrip()


def _row(each: RuleReport) -> str:
    total = each.total
    touched, share = f"{total.touched:,}", _percent(total)
    if each.rule in LINK_RULES:
        return _columns(each.rule, touched, "", _counted(total.amount, "link"), share)
    lost = f"{total.lost:,}" if each.rule in COPIES else ""
    return _columns(each.rule, touched, f"{total.passages:,}", f"{total.amount:,}", share, lost, f"{each.put_back:,}")


def _rule(each: RuleReport, samples: int) -> Iterator[str]:
    yield each.rule
    yield f"  outlets, by the share of their {_unit(each)}"
    for outlet, tally in each.outlets[:_OUTLETS]:
        yield f"  {_percent(tally):>7}  {_cut(outlet):<{_OUTLET_WIDTH}}  {_captures(tally)}"
    more = len(each.outlets) - _OUTLETS
    if more > 0:
        yield f"           and {_counted(more, 'more outlet')}"
    if samples:
        order = "what was lost, then by the share" if each.rule in COPIES else "the share"
        yield f"  samples, by {order} of the page"
    for sample in each.samples[:samples]:
        yield from _sample(each, sample)


def _sample(each: RuleReport, sample: Sample) -> Iterator[str]:
    yield f"  - {sample.origin}"
    if each.rule in LINK_RULES:
        yield f"    {_counted(sample.amount, 'link')}, {_percent(sample)} of the page’s"
    else:
        passages = f", in {sample.passages:,} passages" if sample.passages > 1 else ""
        yield f"    {_counted(sample.amount, 'word')}, {_percent(sample)} of the page{passages}"
    if sample.lost:
        yield f"    {_counted(sample.lost, 'word')} of these stand nowhere else on the page"
    yield from _wrapped(sample.reason, "    ")
    yield from _wrapped(sample.opening, "    │ ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _rest(report: Report) -> Iterator[str]:
    entries = _counted(report.keep_entries, "entry", "entries")
    yield f"keep: {entries} in sidecars, {report.keep_unmatched} of them without effect"
    for idle in report.idle_rules:
        yield from _wrapped(f"{idle.place}: {idle}", "")
    yield f"not counted above: {report.refused} refused, {len(report.failures)} failed"
    for failure in report.failures:
        yield f"✗ {failure.origin}: {failure.reason}"


def _unit(each: RuleReport) -> str:
    return "links" if each.rule in LINK_RULES else "words"


def _captures(tally: Tally) -> str:
    return f"{tally.touched:,} of {_counted(tally.captures, 'capture')}"


def _percent(part: Part) -> str:
    return "<0.1%" if 0 < part.share < 0.0005 else f"{part.share:.1%}"


def _cut(name: str) -> str:
    return name if len(name) <= _OUTLET_WIDTH else f"{name[: _OUTLET_WIDTH - 1]}…"


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
