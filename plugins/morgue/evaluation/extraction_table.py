"""What an evaluation of extraction says, as lines for people: a reader a column."""

from collections.abc import Iterator, Mapping

from morgue.evaluation.extraction import ExtractionReport
from morgue.evaluation.removals import KEEP, REMOVE, RemovalScore
from morgue.evaluation.shares import share
from morgue.evaluation.snippets import SnippetReport

_REASON = 70
"""Characters of a reason that are shown."""


def extraction_table(report: ExtractionReport) -> str:
    """Return the scores of an extraction as lines of text, a baseline's beside them."""
    return "\n".join(_extraction(report))


def snippet_table(report: SnippetReport) -> str:
    """Return the scores of snippets as lines of text, a baseline's beside them."""
    return "\n".join(_snippets(report))


def _extraction(report: ExtractionReport) -> Iterator[str]:
    sides = [report, report.baseline] if report.baseline else [report]
    yield _line("", *(side.reader for side in sides))
    yield _line("pages", *(side.pages for side in sides))
    yield _line("published", *(side.published for side in sides))
    yield _line("word F1", *(side.f1 for side in sides))
    yield _line("precision", *(side.precision for side in sides))
    yield _line("recall", *(side.recall for side in sides))
    yield _line("exact", *(side.exact for side in sides))
    yield _line("snippets had", *(side.had for side in sides))
    yield _line("leak", *(side.leak for side in sides))
    for name, field in report.fields.items():
        yield _line(f"{name} right", *(side.fields[name].right for side in sides), note=f"of {field.labelled}")
        yield _line("missing", *(side.fields[name].missing for side in sides))
        yield _line("invented", *(side.fields[name].invented for side in sides), note=f"of {field.unlabelled}")
    yield from _speed(report)
    yield from _removals(report.removals)
    for kind, reasons in (("failed", report.failed), ("refused", report.refused)):
        yield from _reasons(kind, reasons)
    if report.baseline:
        yield (
            f"{'fallen':>16}  {len(report.fallen)}: {', '.join(report.fallen)}"
            if report.fallen
            else f"{'fallen':>16}  none"
        )
    for page in report.worst:
        yield f"{'worst':>16}  {page.id} {page.f1:.2f} {page.kind}"


def _snippets(report: SnippetReport) -> Iterator[str]:
    sides = [report, report.baseline] if report.baseline else [report]
    yield _line("", *(side.reader for side in sides))
    yield _line("pages", *(side.pages for side in sides))
    yield _line("micro F1", *(side.f1 for side in sides))
    yield _line("precision", *(side.precision for side in sides))
    yield _line("recall", *(side.recall for side in sides))
    yield _line("leak", *(side.leak for side in sides))
    yield from _speed(report)
    yield from _reasons("refused", report.refused)
    for page, reason in report.failed.items():
        yield f"{'failed':>16}  {page}: {reason}"


def _speed(report: ExtractionReport | SnippetReport) -> Iterator[str]:
    sides = [report, report.baseline] if report.baseline else [report]
    if not report.seconds:
        yield _line("pages/core s", "unknown", note="pages were in the cache; --no-cache times them")
        return
    yield _line("pages/core s", *(f"{share(side.pages, side.seconds):.1f}" for side in sides))
    if report.baseline:
        yield _line("of its speed", share(report.baseline.seconds, report.seconds), note="text and metadata")
        yield _line("", share(report.baseline.text_seconds, report.seconds), note="against its text alone")


def _removals(score: RemovalScore) -> Iterator[str]:
    yield _line("removal precision", score.precision)
    yield _line("recall", score.recall, note=f"of {score.remove} blocks to remove; {score.keep} to keep")
    yield _line("by page", score.page_recall)
    for rule, of in score.rules.items():
        yield f"{'by ' + rule:>16}  {of[REMOVE]} to remove, {of[KEEP]} to keep"


def _reasons(kind: str, reasons: Mapping[str, int]) -> Iterator[str]:
    for reason, count in reasons.items():
        yield f"{kind:>16}  {count}: {reason[:_REASON]}"


def _line(name: str, *values: str | float, note: str = "") -> str:
    shown = (f"{value:.4f}" if isinstance(value, float) else str(value) for value in values)
    return f"{name:>16}" + "".join(f"  {value:>12}" for value in shown) + (f"  {note}" if note else "")
