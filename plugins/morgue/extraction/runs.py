"""Runs of text that say again what stands further up, piece by piece, and where each run begins anew."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from morgue.extraction.copies import Copies, Pair, Span

_BUTTON = 8
"""Words that may always stand between two pieces of a copy: a label, a button, a picture's credit."""

_OWN = 0.5
"""Of a copy's words so far: no more may stand between two of its pieces that the other copy has not."""


Piece = TypeVar("Piece", bound=Span)


def find_copies(spans: Sequence[Piece], copies: Copies) -> Iterator[tuple[list[Piece], list[Pair]]]:
    """Yield each copy that the pieces of a text make: its pieces, and its words with their places in the other copy.

    A copy begins and ends with pieces that stand further up; between them may be some that do not. Where the pieces
    say again what the same run has said, another copy begins. Words that the caller takes out before it asks for the
    next copy are nobody's source any more.
    """
    for run in _runs(spans, copies):
        for copy, pairs in _parted(run, copies):
            if copy:  # all that it said again may have been taken out since
                yield copy, pairs


def _runs(spans: Sequence[Piece], copies: Copies) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    between: list[Piece] = []
    said = apart = 0
    for span in spans:
        if copies.repeats(span.start, span.end):
            run += [*between, span]
            said += span.end - span.start
            between, apart = [], 0
        elif run:
            between.append(span)
            apart += span.end - span.start
            if apart > max(_BUTTON, _OWN * said):
                yield run
                run, between, said, apart = [], [], 0, 0
    if run:
        yield run


def _parted(run: Sequence[Piece], copies: Copies) -> Iterator[tuple[list[Piece], list[Pair]]]:
    copy: list[Piece] = []
    pairs: list[Pair] = []
    used: set[int] = set()
    for span in run:
        if copy and not copies.repeats(span.start, span.end):
            copy.append(span)  # a word of it may stand in the other copy too, by chance
            continue
        before = copy[0].start if copy else span.start
        found = copies.sources(span.start, span.end, before, pairs[-1] if pairs else None)
        back = found and pairs and found[0][1] < pairs[-1][1]
        anew = back and sum(place in used for _, place in found) > len(found) / 2
        if anew or (copy and not _is_said(span, found, copies) and _is_since(span, pairs, copies)):
            yield _trimmed(copy, pairs), pairs
            copy, pairs, used = [], [], set()
            found = copies.sources(span.start, span.end, span.start)
        if _is_said(span, found, copies):
            pairs += found
            used.update([place for _, place in found])
        elif not copy:
            continue
        copy.append(span)
    yield _trimmed(copy, pairs), pairs


def _is_said(span: Span, found: Sequence[Pair], copies: Copies) -> bool:
    """Say whether what of a piece stands further up was found: it may be in this very copy, or taken out by now."""
    return 2 * len(found) >= max(1, copies.second(span.start, span.end))


def _is_since(span: Span, pairs: Sequence[Pair], copies: Copies) -> bool:
    """Say whether a piece says again what the copy has said since its last copied word."""
    found = copies.sources(span.start, span.end, span.start)
    return bool(found) and found[0][1] > pairs[-1][0]


def _trimmed(copy: Sequence[Piece], pairs: Sequence[Pair]) -> list[Piece]:
    """Return a copy without what stands behind its last copied piece."""
    return [span for span in copy if span.start <= pairs[-1][0]]
