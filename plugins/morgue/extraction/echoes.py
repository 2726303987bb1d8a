"""Echoes: paragraphs that a page prints twice or more, each right after itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from morgue.extraction.page import Page
from morgue.extraction.pieces import Piece, pieces_of
from morgue.letters import ends_sentence

_PROSE_WORDS = 12
"""Words of a paragraph that nobody prints twice in a row on purpose: a refrain's line has fewer."""

_SHARE = 0.8
"""Of the paragraphs in the element around the echoes that must be echoed: then its template prints each twice."""

_PARAGRAPHS = frozenset({"p", "blockquote", "div", "section", "span"})
"""Elements that old and new templates put a paragraph in."""


class Echo(NamedTuple):
    """A piece that says again what ``source`` right before it says."""

    piece: Piece
    source: Piece


Run = Sequence[Piece]
"""Neighbours of one kind that say the same: two or more."""


def find_echoes(page: Page, least: int, aside: Sequence[tuple[int, int]]) -> list[Echo]:
    """Return the echoes of a page, or none where few paragraphs have one.

    ``least``: how many words must be echoed. Once they are, short paragraphs go too, which alone might be meant.
    ``aside``: words ``[start, end)`` that are not looked at.
    """
    runs = [run for number in range(len(page.nodes)) for run in _runs(page, number)]
    runs = [run for run in runs if not any(start <= piece.start < end for piece in run for start, end in aside)]
    prose = [run for run in runs if _is_prose(page, run[0].number)]
    if sum(run[0].words for run in prose) < least:
        return []
    holder = page.around(min(run[0].start for run in prose), max(run[-1].end for run in prose))
    inside = [number for number in range(holder, page.nodes[holder].last + 1) if number not in page.forgotten]
    paragraphs = sum(_is_prose(page, number) and not _holds_paragraphs(page, number) for number in inside)
    if sum(map(len, prose)) < _SHARE * paragraphs:
        return []
    times = Counter(map(len, prose)).most_common(1)[0][0]
    held = set(inside)
    within = [run for run in runs if run[0].number in held]
    all_of = Counter(_tag(page, number) for number in inside if page.nodes[number].start < page.nodes[number].end)
    echoed = Counter(_tag(page, piece.number) for run in within for piece in run)
    tags = {tag for tag in echoed if echoed[tag] >= _SHARE * all_of[tag]}
    tags.add(_tag(page, max(prose, key=lambda run: run[0].words)[0].number))
    return [
        Echo(piece, run[at - at % times])
        for run in within
        if _tag(page, run[0].number) in tags
        for at, piece in enumerate(run)
        if at % times
    ]


def _runs(page: Page, number: int) -> Iterator[Run]:
    """Yield the children of an element that are of one kind and say the same, as runs of two or more."""
    run: list[Piece] = []
    for piece in pieces_of(page, number):
        if not piece.words or piece.number in page.forgotten:
            continue
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
        one.owner is other.owner is None
        and one.words == other.words
        and _tag(page, one.number) == _tag(page, other.number)
        and page.words[one.start : one.end] == page.words[other.start : other.end]
    )


def _is_prose(page: Page, number: int) -> bool:
    node = page.nodes[number]
    return (
        node.element.tag in _PARAGRAPHS
        and node.end - node.start >= _PROSE_WORDS
        and ends_sentence("".join(node.element.itertext()))
    )


def _holds_paragraphs(page: Page, number: int) -> bool:
    return any(node.element.tag in _PARAGRAPHS for node in page.nodes[number + 1 : page.nodes[number].last + 1])


def _tag(page: Page, number: int) -> str:
    return str(page.nodes[number].element.tag)
