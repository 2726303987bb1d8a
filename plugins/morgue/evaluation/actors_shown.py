"""What an evaluation of actors says: as lines for people, as one JSON object for programs."""

import json
from collections.abc import Iterator

from morgue.evaluation.actors import ActorReport
from morgue.evaluation.shares import share


def actors_table(report: ActorReport) -> str:
    """Return the scores of actors as lines of text."""
    return "\n".join(_lines(report))


def actors_json(report: ActorReport) -> str:
    """Return the scores of actors as one JSON object."""
    kinds = {
        kind: {"precision": found.precision, "recall": found.recall, "f1": found.f1, "right": found.right}
        | {"wrong": found.wrong, "missed": found.missed}
        for kind, found in report.kinds.items()
    }
    grouping = {
        "precision": report.grouping.precision,
        "recall": report.grouping.recall,
        "f1": report.grouping.f1,
        "mentions": report.grouping.members,
    }
    shown = {"texts": report.texts, "kinds": kinds, "grouping": grouping, "seconds": report.seconds}
    return json.dumps(shown, ensure_ascii=False)


def _lines(report: ActorReport) -> Iterator[str]:
    yield f"{'texts':>14}  {report.texts}"
    yield f"{'':>14}  {'F1':>5}  {'precision':>9}  {'recall':>6}"
    for kind, found in report.kinds.items():
        names = found.right + len(found.missed)
        yield f"{kind:>14}  {found.f1:5.3f}  {found.precision:9.3f}  {found.recall:6.3f}  of {names} names"
    grouping = report.grouping
    yield (
        f"{'grouping':>14}  {grouping.f1:5.3f}  {grouping.precision:9.3f}  {grouping.recall:6.3f}  "
        f"of {grouping.members} mentions of persons"
    )
    yield f"{'ms a text':>14}  {1000 * share(report.seconds, report.texts):.1f}"
