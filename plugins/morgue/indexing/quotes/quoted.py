"""What stands between quotation marks: the outermost runs of a page, over its paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from morgue.indexing.page import Page
from morgue.indexing.quotes.marks import Mark, pairs_in


@dataclass(frozen=True, slots=True)
class Quoted:
    """A run between marks: ``text[start:end]`` without them, ``open`` and ``close`` with them.

    ``closed`` is False for a paragraph of a longer quote, whose mark closes in a later one.
    """

    open: int
    close: int
    start: int
    end: int
    closed: bool = True


def quoted(page: Page, text: str) -> list[Quoted]:
    """Return the outermost runs between quotation marks, in order; ``text`` has the marks as they were written."""
    found: list[Quoted] = []
    lines = page.lines
    for index, (start, end) in enumerate(lines):
        pairs, unclosed = pairs_in(text, start, end, page.language)
        if unclosed and index + 1 < len(lines) and _goes_on(text, unclosed, *lines[index + 1]):
            pairs = [*(pair for pair in pairs if pair[1].end <= unclosed.start), (unclosed, Mark(end, end, ""))]
        found.extend(_trimmed(text, *pair) for pair in _outermost(pairs))
    return [run for run in found if run.start < run.end]


def _goes_on(text: str, unclosed: Mark, start: int, end: int) -> bool:
    """Say whether the next paragraph begins with the mark again."""
    return text[start : min(end, start + 20)].lstrip().startswith(unclosed.sign)


def _outermost(pairs: list[tuple[Mark, Mark]]) -> Iterator[tuple[Mark, Mark]]:
    behind = -1
    for opening, closing in sorted(pairs, key=lambda pair: (pair[0].start, -pair[1].end)):
        if opening.start >= behind:
            yield opening, closing
            behind = closing.end


def _trimmed(text: str, opening: Mark, closing: Mark) -> Quoted:
    """Return the run without its marks, the space inside them, and the comma that belongs to the sentence around."""
    inner = text[opening.end : closing.start]
    start = opening.end + len(inner) - len(inner.lstrip())
    end = opening.end + len(inner.rstrip().rstrip(",").rstrip())
    return Quoted(opening.start, closing.end, start, end, bool(closing.sign))
