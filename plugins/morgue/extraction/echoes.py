"""Echoes: paragraphs that a page prints twice or more, each right after itself."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from morgue.extraction.copies import Marks, Stretch, is_in
from morgue.extraction.page import Page
from morgue.extraction.pieces import Piece, pieces_of, tag_of, text_of
from morgue.extraction.units import PROSE_WORDS
from morgue.letters import ends_sentence

_LEAST_WORDS = 25
"""Words that must be echoed on a page: fewer may be two buttons."""

_SHARE = 0.8
"""Of the children of one kind that a container has: so many must be echoed, then its template prints each twice."""

_PARAGRAPHS = frozenset({"p", "blockquote", "div", "span", ""})
"""Elements that old and new templates put a paragraph in, and text between line breaks."""

_WITH_THEM = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "figure"})
"""Elements that the same template may print twice: of themselves they might be meant."""


class Echo(NamedTuple):
    """A piece that says again what ``source`` right before it says."""

    piece: Piece
    source: Piece


Run = Sequence[Piece]
"""Neighbours of one kind that say the same: two or more."""


def find_echoes(page: Page, second: Marks, aside: Sequence[Stretch]) -> list[Echo]:
    """Return the echoes of a page, or none where few paragraphs have one.

    Once its paragraphs are echoed the short ones go too, which alone might be meant. ``second`` says which words stand
    further up too. ``aside``: words ``[start, end)`` that are not looked at, in order and apart.
    """
    taken = {start for start, _ in page.taken}
    parents = [number for number, node in enumerate(page.nodes) if node.last > number and number not in page.forgotten]
    # two paragraphs of prose stand in few containers, fewer hold words again, and on most pages none says the same
    seconds = [0, *np.cumsum(second).tolist()]
    wide = (number for number in parents if page.nodes[number].end - page.nodes[number].start >= 2 * PROSE_WORDS)
    again = (number for number in wide if seconds[page.nodes[number].start] < seconds[page.nodes[number].end])
    echoed = (run for number in again for runs in _echoed(page, number, taken, aside) for run in runs)
    told = {tag_of(page, run[0]) for run in echoed if _is_prose(page, run[0])}
    if not told:
        return []
    containers = [list(_echoed(page, number, taken, aside)) for number in parents]
    found = [runs for kinds in containers for runs in kinds]
    if sum(run[0].words for runs in found if tag_of(page, runs[0][0]) in told for run in runs) < _LEAST_WORDS:
        return []
    all_runs = [run for kinds in containers for run in _wanted(page, kinds, told | _WITH_THEM)]
    times = Counter(map(len, all_runs)).most_common(1)[0][0]
    return [Echo(piece, run[at - at % times]) for run in all_runs for at, piece in enumerate(run) if at % times]


def _echoed(page: Page, number: int, taken: Collection[int], aside: Sequence[Stretch]) -> Iterator[Sequence[Run]]:
    """Yield the echoes among an element's children, kind by kind, where they make up most of that kind."""
    pieces = [piece for piece in pieces_of(page, number) if piece.words and piece.start not in taken]
    runs: dict[str, list[Run]] = {}
    for run in _runs(page, pieces):
        runs.setdefault(tag_of(page, run[0]), []).append(run)
    kinds = Counter(tag_of(page, piece) for piece in pieces) if runs else {}
    for tag, ours in runs.items():
        passed_by = any(is_in(aside, piece.start) for run in ours for piece in run)
        if not passed_by and sum(map(len, ours)) >= _SHARE * kinds[tag]:
            yield ours


def _wanted(page: Page, kinds: Sequence[Sequence[Run]], tags: Collection[str]) -> list[Run]:
    """Return those of a container's echoes that go: of some tags, and where its prose is echoed of any."""
    prose = any(_is_prose(page, run[0]) for runs in kinds for run in runs)
    return [run for runs in kinds if prose or tag_of(page, runs[0][0]) in tags for run in runs]


def _runs(page: Page, pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield the neighbours that are of one kind and say the same, as runs of two or more."""
    run: list[Piece] = []
    for piece in pieces:
        if run and _same(page, run[0], piece):
            run.append(piece)
            continue
        if len(run) > 1:
            yield run
        run = [piece]
    if len(run) > 1:
        yield run


def _same(page: Page, one: Piece, other: Piece) -> bool:
    return (
        one.words == other.words
        and tag_of(page, one) == tag_of(page, other)
        and page.words[one.start : one.end] == page.words[other.start : other.end]
    )


def _is_prose(page: Page, piece: Piece) -> bool:
    if tag_of(page, piece) not in _PARAGRAPHS or piece.words < PROSE_WORDS:
        return False
    return ends_sentence(text_of(page, [piece]))
