"""Passages that an extractor left out among those that it chose come back, and what it should not have chosen goes."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from morgue.extraction.comments import comments_of
from morgue.extraction.copies import is_in
from morgue.extraction.correction.inputs import Inputs
from morgue.extraction.correction.passages import Passage
from morgue.extraction.correction.trees import the_model
from morgue.extraction.correction.written import Added, blocks_of
from morgue.extraction.furniture import Furniture
from morgue.extraction.page import Page
from morgue.extraction.places import Places
from morgue.extraction.restored import Placed
from morgue.extraction.visibility import hidden
from morgue.letters import RUN, words_of

_NEAR = 10
"""Passages before the first and after the last chosen one that are looked at."""

_MOST = 2000
"""Passages of a page that is looked at: five times those of the longest article."""

_BESIDE = 0.1
_BACK = 0.6
"""Chances below which a chosen block stands beside the article, and above which a passage comes back."""

_MOST_BESIDE = 1 / 3
_MOST_BACK = 1.0
"""Of the chosen words, how many may be marked, and how many may come back beside them: an extractor passes by half of
an article, but who would change more has misread the page."""

_MISSED = 0.3
"""Of the page's prose: where the extractor chose less, it is the one that misread the page, and all may come back."""

_KNOWN = 0.7
"""Of the chosen words: where the place of fewer is known, nothing says what was chosen."""

_REASON = "stands like what surrounds articles: by its place, its form and what is around it"


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as the correction sees it: its words and passages, and which words each block has."""

    words: Sequence[str]
    passages: Sequence[Passage]
    spans: list[tuple[int, int] | None]
    inputs: Inputs
    first: int
    last: int


def seen(placed: Sequence[Placed], page: Page, passages: Sequence[Passage], places: Places) -> Seen:
    """Return how a page looks with the chosen blocks on it."""
    spans = list(places.spans(draft.text for draft, _ in placed))
    chosen = bytearray(len(page.words))
    for span in spans:
        if span:
            chosen[span[0] : span[1]] = b"\1" * (span[1] - span[0])
    inputs = Inputs(page, passages, chosen)
    at = sorted({*inputs.chosen_at, *inputs.prose_at}) if inputs.chosen_at else []
    first, last = (max(0, at[0] - _NEAR), min(len(passages), at[-1] + 1 + _NEAR)) if at else (0, 0)
    return Seen(page.words, passages, spans, inputs, first, last)


def corrected(
    placed: Sequence[Placed], page: Page, passages: Sequence[Passage], places: Places, furniture: Furniture
) -> list[Placed]:
    """Return the chosen blocks, those that hardly belong to the article marked so, and what it has besides them."""
    view = seen(placed, page, passages, places)
    chosen = sum(end - start for start, end in filter(None, view.spans))
    known = chosen >= _KNOWN * sum(len(words_of(draft.text)) for draft, _ in placed)
    if not known or not 0 < view.last - view.first <= _MOST:
        return list(placed)
    chosen_at = view.inputs.is_chosen
    rows = view.inputs.rows(view.first, view.last)
    chances = dict(enumerate(the_model().chances(rows, chosen_at[view.first : view.last]), view.first))
    _mark_beside(placed, view, chances, _MOST_BESIDE * chosen)
    likely = [at for at, found in chances.items() if found > _BACK and not chosen_at[at]]
    back = set(_unsaid(likely, view.passages, placed, page, furniture)) if likely else set()
    words = sum(view.passages[at].end - view.passages[at].start for at in back)
    if words > _MOST_BACK * chosen and view.inputs.chosen_prose >= _MISSED:
        return list(placed)
    return list(_with(placed, view.spans, deque(blocks_of(page, view.passages, back))))


def _mark_beside(placed: Sequence[Placed], view: Seen, chances: Mapping[int, float], most: float) -> None:
    """Mark the blocks whose passages are hardly the article's; a heading stays with what it heads."""
    starts = [passage.start for passage in view.passages]
    beside: list[int] = []
    words = 0
    for at, span in reversed(list(enumerate(view.spans))):
        if span is None:
            continue
        first, last = max(0, bisect_right(starts, span[0]) - 1), bisect_left(starts, span[1])
        parts = [
            (min(passage.end, span[1]) - max(passage.start, span[0]), chances.get(number, 1.0))
            for number, passage in enumerate(view.passages[first:last], first)
        ]
        heads = placed[at][0].kind == "heading" and at + 1 < len(placed) and beside[-1:] != [at + 1]
        if not heads and sum(part * chance for part, chance in parts) < _BESIDE * sum(part for part, _ in parts):
            beside.append(at)
            words += span[1] - span[0]
    if words <= most:
        for at in beside:
            placed[at][0].beside = _REASON


def _unsaid(
    likely: Iterable[int], passages: Sequence[Passage], placed: Iterable[Placed], page: Page, furniture: Furniture
) -> Iterator[int]:
    """Yield the passages that a reader is told, and that nothing else says that is chosen or comes back."""
    comments = list(comments_of(page))
    texts = [draft.text for draft, _ in placed]
    lines = {words_of(line) for text in texts for line in text.split("\n")}
    told = ["\n".join("".join(words_of(text)) for text in texts)]
    # the longest first: a line that was pulled out of one says nothing that it does not say
    for at in sorted(likely, key=lambda at: passages[at].start - passages[at].end):
        words = words_of(passages[at].text)
        letters = "".join(words)
        said = words in lines or (len(words) >= RUN and any(letters in text for text in told))
        owner = passages[at].owner
        if not (said or hidden(page, owner) or furniture.around(owner) or is_in(comments, passages[at].start)):
            told.append(letters)
            yield at


def _with(placed: Sequence[Placed], spans: Sequence[tuple[int, int] | None], waiting: deque[Added]) -> Iterator[Placed]:
    """Yield the blocks and those that come back, each before the first that stands further down the page."""
    for each, span in zip(placed, spans, strict=True):
        while span and waiting and waiting[0].start < span[0]:
            yield from waiting.popleft().placed
        yield each
    for added in waiting:
        yield from added.placed
