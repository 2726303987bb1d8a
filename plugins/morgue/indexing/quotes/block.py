"""The ministry said in a statement. And the page sets what follows as a block quote."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from morgue.indexing.page import Page
from morgue.indexing.quotes.before import nearest
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_DASHES = "–—-―"

_LESS_SURE = 0.8
"""What is left of the confidence where no colon leads to the block."""


def block_runs(page: Page, marked: Sequence[Quoted], quotations: Iterable[tuple[int, int]]) -> list[Quoted]:
    """Return the lines of block quotes that no marks quote, but for a signature."""
    found: list[Quoted] = []
    starts = [start for start, _ in page.lines]
    opened = [run.open for run in marked]
    for start, end in quotations:
        lines = page.lines[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [
            Quoted(low, high, low, high, closed=False, marked=False)
            for low, high in lines
            if page.text[low] not in _DASHES and not _between_marks(marked, opened, low, high)
        ]
        found += own[:-1]
        found += [Quoted(run.open, run.close, run.start, run.end, marked=False) for run in own[-1:]]
    return found


def _between_marks(marked: Sequence[Quoted], opened: Sequence[int], start: int, end: int) -> bool:
    """Say whether marks begin a line: then they say what of it is quoted."""
    at = bisect_left(opened, start)
    return at < len(marked) and marked[at].open < min(start + 3, end)


def block(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker of a block quote in the last sentence of the line before."""
    index = scene.sentence(quote.open)
    if quote.marked or index == 0 or scene.left(quote):
        return None
    start, end = scene.page.sentences[index - 1]
    if scene.page.text[end : quote.open].count("\n") > 2:
        return None
    said = nearest(scene, scene.page.words_in(start, end), quote)
    return Attribution(said.subject, said.cue, said.confidence * _LESS_SURE) if said else None
