"""What stands between quotation marks: the outermost runs of a page, over its paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from morgue.indexing.page import Page
from morgue.indexing.quotes.marks import Mark, has_marks, pairs_in


@dataclass(frozen=True, slots=True)
class Quoted:
    """A run between marks: ``text[start:end]`` without them, ``open`` and ``close`` with them.

    ``closed`` is False for a paragraph of a longer quote, whose mark closes in a later one. ``marked`` is False for
    words that stand for a quote without marks: a turn in a transcript, a block quote.
    """

    open: int
    close: int
    start: int
    end: int
    closed: bool = True
    marked: bool = True


def quoted(page: Page, text: str) -> list[Quoted]:
    """Return the outermost runs between quotation marks, in order; ``text`` has the marks as they were written."""
    found: list[Quoted] = []
    lines = page.lines
    for index, (start, end) in enumerate(lines):
        if not has_marks(text, start, end):
            continue
        pairs, unclosed = pairs_in(text, start, end, page.language)
        if unclosed and index + 1 < len(lines) and _goes_on(text, unclosed, *lines[index + 1]):
            pairs = [*(pair for pair in pairs if pair[1].end <= unclosed.start), (unclosed, Mark(end, end, ""))]
        found.extend(_trimmed(text, *pair) for pair in pairs)
    return outermost(run for run in found if run.start < run.end)


def outermost(runs: Iterable[Quoted]) -> list[Quoted]:
    """Return the runs that lie in no other, in order; of two that cross, the first."""
    found: list[Quoted] = []
    for run in sorted(runs, key=lambda run: (run.open, -run.close)):
        if not found or run.open >= found[-1].close:
            found.append(run)
    return found


def _goes_on(text: str, unclosed: Mark, start: int, end: int) -> bool:
    """Say whether the next paragraph begins with the mark again."""
    return text[start : min(end, start + 20)].lstrip().startswith(unclosed.sign)


def _trimmed(text: str, opening: Mark, closing: Mark) -> Quoted:
    """Return the run without its marks, the space inside them, and the comma that belongs to the sentence around."""
    inner = text[opening.end : closing.start]
    start = opening.end + len(inner) - len(inner.lstrip())
    end = opening.end + len(inner.rstrip().rstrip(",").rstrip())
    return Quoted(opening.start, closing.end, start, end, bool(closing.sign))
