"""Drafts become the blocks of one text, and know where in the captured page they stand."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter

from morgue.extraction.blocks import drafts_of
from morgue.extraction.extractor import whole_body
from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.restored import with_headings
from morgue.extraction.twins import Twin
from morgue.letters import ends_sentence, words_of
from morgue.model import SEPARATOR, Block

Run = tuple[str, ...]

_RUN = 4
"""Words in a row by which a sentence of a twin is found again on the page."""

_SENTENCE = 8
"""Words of a sentence that tells something, such as a correction: fewer are a button's."""

_SAID = 0.5
"""Of a block's runs: with fewer it is not said elsewhere, but for a phrase or two."""


def with_twins(drafts: Iterable[Draft], twins: Sequence[Twin], page: Page) -> list[Draft]:
    """Return the drafts with their paths, and each twin's blocks right after the last block of the copy that stayed.

    What a twin alone tells stays in the text. A twin whose other copy the extractor did not choose is left out like
    everything else it did not choose.
    """
    placed: list[Draft] = []
    chosen: dict[int, int] = {}
    for draft, number in with_headings([(draft, page.locate(draft.text)) for draft in drafts], page):
        placed.append(draft)
        if number is None:
            continue
        draft.path = page.path(number)
        if draft.kind == "paragraph" and page.inside(number, "figcaption"):
            draft.kind = "caption"
        chosen[number] = len(placed)
    after = {at: place for at, place in enumerate(_places(twins, chosen, placed, page)) if place}
    standing = page.standing() if after else []
    said, letters = _runs(standing), "".join(standing)
    for at in sorted(after, key=lambda at: (after[at], at), reverse=True):
        inner = drafts_of(whole_body(twins[at].element))
        for draft in inner:
            if not _is_own(draft, said, letters):
                draft.twin = twins[at].reason
            draft.path = page.path(twins[at].number)
        placed[after[at] : after[at]] = inner
    return placed


def _places(twins: Sequence[Twin], chosen: Mapping[int, int], placed: Sequence[Draft], page: Page) -> Iterator[int]:
    """Yield for each twin how many blocks stand before its own: up to the last one of the copy that stayed, or 0.

    ``chosen`` has for an element how many blocks there are with the last that it holds.
    """
    until = [0] * len(page.words)
    for number, place in sorted(chosen.items(), key=itemgetter(1)):
        node = page.nodes[number]
        until[node.start : node.end] = [place] * (node.end - node.start)
    places = [max(until[twin.start : twin.end], default=0) for twin in twins]
    # Text between line breaks has no element of its own: it is known by its words.
    saying: dict[Run, list[int]] = {}
    runs = [_runs(words_of(draft.text)) for draft in placed] if not all(places) else []
    for at, said in enumerate(runs, 1):
        for run in said:
            saying.setdefault(run, []).append(at)
    for twin, place in zip(twins, places, strict=True):
        if place:
            yield place
            continue
        shared = Counter(at for run in _runs(words_of("".join(twin.element.itertext()))) for at in saying.get(run, ()))
        yield max((at for at, times in shared.items() if times > _SAID * len(runs[at - 1])), default=0)


def _says(words: Sequence[str], said: Collection[Run]) -> bool:
    runs = _runs(words)
    return sum(run in said for run in runs) > _SAID * len(runs)


def _is_own(draft: Draft, said: Collection[Run], letters: str) -> bool:
    """Say whether a block of a twin tells in sentences what the page, without its twins, does not say.

    ``letters`` are the page's, for a link may begin in the midst of a word.
    """
    words = words_of(draft.text)
    if draft.kind not in ("paragraph", "quotation") or len(words) < _SENTENCE or not ends_sentence(draft.text):
        return False
    return not _says(words, said) and "".join(words) not in letters


def _runs(words: Sequence[str]) -> set[Run]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def assembled(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Return the text that drafts make, parted by blank lines, and its blocks."""
    texts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for draft in drafts:
        end = position + len(draft.text)
        marks = tuple(
            replace(mark, start=mark.start + position, end=mark.end + position)
            for mark in sorted(draft.marks, key=lambda mark: (mark.start, -mark.end))
        )
        blocks.append(Block(draft.kind, position, end, draft.path, draft.level, marks, draft.twin))
        texts.append(draft.text)
        position = end + len(SEPARATOR)
    return SEPARATOR.join(texts), tuple(blocks)
