"""What an evaluation of quotes says, as lines for people and as one JSON object."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from morgue.evaluation.quotes import QuoteScore, QuotesReport
from morgue.evaluation.shares import share

_SHARES = ("precision", "recall", "f1", "plain_precision")


def quotes_table(report: QuotesReport) -> str:
    """Return the scores of quotes as lines of text."""
    return "\n".join(_lines(report))


def quotes_json(report: QuotesReport) -> str:
    """Return a report as one object, the shares that follow from its counts beside them."""
    shares = {name: {each: getattr(score, each) for each in _SHARES} for name, score in report.kinds.items()}
    kinds = {name: asdict(score) | shares[name] for name, score in report.kinds.items()}
    return json.dumps(asdict(report) | {"kinds": kinds}, ensure_ascii=False)


def _lines(report: QuotesReport) -> Iterator[str]:
    yield f"{'texts':>18}  {report.texts}"
    yield f"{'':>18}  {'labelled':>9}{'found':>8}{'P':>8}{'R':>8}{'F1':>8}{'plainly shown':>16}{'P':>8}"
    for name, score in report.kinds.items():
        yield f"{name:>18}  {_figures(score)}"
    yield f"{'by rule':>18}  {'given':>9}{'right':>8}"
    for rule, counted in sorted(report.rules.items(), key=lambda item: (-item[1].given, item[0])):
        yield f"{rule:>18}  {counted.given:>9}{share(counted.right, counted.given):>8.3f}"


def _figures(score: QuoteScore) -> str:
    found = share(score.found, score.labelled)
    shares = "".join(f"{value:>8.3f}" for value in (found, score.precision, score.recall, score.f1))
    return f"{score.labelled:>9}{shares}{score.plain:>16}{score.plain_precision:>8.3f}"
