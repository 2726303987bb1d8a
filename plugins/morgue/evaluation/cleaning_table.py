"""What an evaluation of cleaning says, as lines for people."""

from collections.abc import Iterator, Mapping, Sequence

from morgue.evaluation.cleaning import EXCESS, CleaningReport

_NAMED = 20
"""Pages named in a line at the most."""


def cleaning_table(report: CleaningReport) -> str:
    """Return the scores of cleaning as lines of text."""
    return "\n".join(_cleaning(report))


def _cleaning(report: CleaningReport) -> Iterator[str]:
    yield f"{'pages':>16}  {report.pages}"
    for shape, unequal in report.unequal.items():
        taken = report.taken[shape]
        equal = f"{1 - len(unequal) / taken:.1%} of {taken}" if taken else "no page takes it"
        yield f"{shape:>16}  {equal}{_named(unequal)}"
    yield f"{'excess > ' + format(EXCESS, '.0%'):>16}  " + (
        ", ".join(f"{page} ({share:.2f})" for page, share in report.excess.items()) or "none"
    )
    yield f"{'lost as copies':>16} {_lost(report.lost)}"
    yield f"{'of those':>16} {_lost(report.lost_repeating)} of {report.repeating} pages meant to repeat"
    yield f"{'lost otherwise':>16} {_lost(report.lost_to_others)}"
    for page, reason in report.failed.items():
        yield f"{'failed':>16}  {page}: {reason}"


def _named(pages: Sequence[str]) -> str:
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    return f"; not: {', '.join(pages[:_NAMED])}{more}" if pages else ""


def _lost(pages: Mapping[str, Sequence[str]]) -> str:
    sentences = sum(map(len, pages.values()))
    return f" {sentences} sentences{_named(list(pages)).replace('; not:', ' on')}" if pages else " none"
