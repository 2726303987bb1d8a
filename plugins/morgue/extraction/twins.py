"""Twins: the same text a second time on a page, found and taken out before an extractor sees the page.

Pages carry their article twice for other screens, for print, for readers without script, or by mistake: in a container
of its own or behind the first copy in the same one. A twin changes what an extractor chooses, so it is taken out of the
tree and remembered. Meant repetition stays: a twin must be as large as an article, be repeated whole, and cover most of
the container that holds its other copy.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from lxml.html import HtmlElement

from morgue.extraction.comments import comments_of, untold
from morgue.extraction.containers import apart, are_siblings, container, reason_of, span, standing
from morgue.extraction.copies import Copies, Pair, Stretch, extent, is_second
from morgue.extraction.echoes import find_echoes
from morgue.extraction.meant import Flow
from morgue.extraction.page import Page
from morgue.extraction.panels import named_panels
from morgue.extraction.pieces import NO_PROSE, Piece, pieces_of, tag_of, take_out
from morgue.extraction.previews import Previews
from morgue.extraction.repeats import first_copies
from morgue.extraction.runs import find_copies
from morgue.extraction.staying import Staying
from morgue.extraction.units import PROSE_WORDS, units_of

_LEAST_WORDS = 60
_LEAST_SHARE = 0.1
"""Of the page's words without the comments."""

_COVERED = 0.5
"""Of the container of the other copy that a twin must cover: a teaser or a summary covers less."""

_WHOLE = 0.9
"""Of that container, where the copy is hardly more than lists and tables: these may say the same twice."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A copy that was taken out of the tree, where its other copy stands, and why.

    ``number`` is the node where it stood, ``[start, end)`` are the other copy's words on the page.
    """

    number: int
    element: HtmlElement
    start: int
    end: int
    reason: str


def part_twins(page: Page, *, other_way: bool = False) -> list[Twin]:
    """Take every twin out of the page's tree and return them in document order; ``other_way``: the other copies."""
    roots = first_copies(page.words)
    second = is_second(roots)
    repeated = np.count_nonzero(second)
    if repeated < PROSE_WORDS:
        return []
    comments = list(comments_of(page))
    twins: list[Twin] = []
    if repeated >= _LEAST_WORDS:
        own = len(page.words) - sum(end - start for start, end in comments)
        least = max(_LEAST_WORDS, int(_LEAST_SHARE * own))
        twins += _Search(page, Copies(roots, comments), comments, least, other_way=other_way).twins()
    for piece, source in find_echoes(page, second, comments):
        if piece.number not in page.forgotten:  # nor inside another
            reason = "the same paragraph again, right after itself"
            twins.append(Twin(piece.number, take_out(page, [piece]), source.start, source.end, reason))
    return sorted(twins, key=lambda twin: twin.number)


class _Search:
    """Goes through a page from its root inwards, each container as the pieces that it is made of."""

    def __init__(self, page: Page, copies: Copies, comments: Sequence[Stretch], least: int, *, other_way: bool) -> None:
        self._page = page
        self._comments = comments
        self._copies = copies
        self._least = least
        self._other_way = other_way
        self._flow = Flow(page.words, untold(comments, units_of(page)))
        self._stays: list[Stretch] = []
        self._previews = Previews(page, self._copies, self._flow)
        self._staying = Staying(page, self._copies, self._flow)

    def twins(self) -> Iterator[Twin]:
        """Take out and yield the twins."""
        waiting = [0]
        while waiting:
            number = waiting.pop()
            if number in self._page.forgotten:
                continue
            pieces = list(pieces_of(self._page, number))
            if sum(piece.words > 0 for piece in pieces) > 1:  # what is wrapped once more is looked at inside
                for copy, pairs in find_copies(pieces, self._copies):
                    yield from self._twin(copy, pairs)
            waiting += reversed([piece.number for piece in pieces if self._may_hold_one(piece)])

    def _may_hold_one(self, piece: Piece) -> bool:
        return piece.owner is None and self._copies.second(piece.start, piece.end) >= _LEAST_WORDS

    def _twin(self, copy: Sequence[Piece], pairs: Sequence[Pair]) -> Iterator[Twin]:
        """Take out one of two copies, if they are such, and yield it."""
        if any(piece.number in self._page.forgotten for piece in copy):
            return
        start, end = copy[0].start, copy[-1].end
        sources = [place for _, place in pairs]
        prose = sum(piece.words for piece in copy if tag_of(self._page, piece) not in NO_PROSE)
        distinct = len(set(sources))
        if distinct < _LEAST_WORDS or not self._copies.are_distinct(start, end, pairs):
            return
        source = extent(sources)
        holder = container(self._page, *source)
        own = container(self._page, start, end)
        covered = len(sources) / max(1, self._size(holder, (start, end), source))
        if apart(self._page, own, holder):  # an excerpt is the whole of its container, and little of the article's
            covered = min(covered, len(sources) / max(1, self._size(own, source, (start, end))))
        whole = distinct >= self._least and covered >= (_COVERED if prose >= self._least else _WHOLE)
        preview = prose >= _LEAST_WORDS and self._previews.is_one((start, end), source)
        teaser = self._teaser(holder, (start, end)) if prose >= _LEAST_WORDS and not (whole or preview) else None
        if not (whole or preview or teaser):
            return
        if self._is_meant(copy, [pair for pair in pairs if source[0] <= pair[1] < source[1]]):
            return
        other = standing(self._page, *(teaser or source))
        first_goes = bool(teaser) or (not preview and self._staying.first_goes(copy, other, source, pairs))
        if other and first_goes != self._other_way:
            yield self._taken(other, (start, end))
        else:
            yield self._taken([piece for piece in copy if self._is_copied(piece, pairs)], source)

    def _teaser(self, holder: int, copy: Stretch) -> Stretch | None:
        """Return the words of the box of which the other copy is a teaser, if nothing of it must stay already."""
        start, end = box = self._previews.box(holder, copy)
        stays = any(first < end and start < last for first, last in self._stays)
        return box if not stays and self._previews.is_teaser(box, copy) else None

    def _size(self, holder: int, copy: Stretch, other: Stretch) -> int:
        """Return how many words a container has, without comments, a copy that stands inside, and other copies."""
        node = self._page.nodes[holder]
        within = node.start <= copy[0] and copy[1] <= node.end
        elsewhere = self._copies.gone(node.start, node.end) + within * (copy[1] - copy[0])
        behind = max(node.start, copy[1], other[1])
        if behind < node.end:
            elsewhere += self._copies.second(behind, node.end)
        before = min(copy[0], other[0])
        if node.start < before:
            left = before - node.start - self._copies.gone(node.start, before)
            elsewhere += max(0, left - self._copies.alone(node.start, before))
        comments = sum(max(0, min(end, node.end) - max(start, node.start)) for start, end in self._comments)
        return node.end - node.start - elsewhere - comments

    def _is_meant(self, copy: Sequence[Piece], pairs: Sequence[Pair]) -> bool:
        places = [place for _, place in pairs]
        source = min(places), max(places) + 1
        words = copy[0].start, copy[-1].end
        own, holder = container(self._page, *words), container(self._page, *source)
        parted = (span(self._page, own), span(self._page, holder)) if apart(self._page, own, holder) else None
        siblings = are_siblings(self._page, words, source)
        if self._flow.is_meant(pairs, one_flow=siblings, inside=parted):
            self._page.labels.update(self._labels())
            return True
        panels = named_panels(self._page, copy[0].number, self._page.around(*source))
        self._page.labels.update(panels)
        return bool(panels)

    def _labels(self) -> Iterator[tuple[int, int]]:
        """Yield the elements that are labels by which copies are told apart, with the word that each stands before."""
        for label in self._flow.labels:
            node = self._page.nodes[label.owner]
            if (node.start, node.end) == (label.start, label.end):
                yield label.owner, label.start

    def _is_copied(self, piece: Piece, pairs: Sequence[Pair]) -> bool:
        """Say whether a piece of a copy says what the other copy says too, or nothing."""
        found = bisect_left(pairs, (piece.end, 0)) - bisect_left(pairs, (piece.start, 0))
        return not piece.words or (found > 0 and self._copies.repeats(piece.start, piece.end))

    def _taken(self, pieces: Sequence[Piece], stays: Stretch) -> Twin:
        for piece in pieces:
            self._copies.take(piece.start, piece.end)
        self._flow.take(pieces)
        self._stays.append(stays)
        number = pieces[0].number
        reason = reason_of(self._page, pieces)
        element = take_out(self._page, pieces)
        return Twin(number, element, *stays, reason)
