"""Spans that compete for the same words."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Span = TypeVar("Span", bound=_Span)


def longest(spans: Iterable[Span], length: int) -> list[Span]:
    """Return spans of a text of that length without overlap, in order: a longer one wins, then the earlier."""
    taken, chosen = bytearray(length), []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if taken.find(1, span.start, span.end) >= 0:
            continue
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
        chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def cover(spans: Iterable[_Span], length: int) -> bytearray:
    """Return a byte for each character of a text of that length: 1 where a span covers it."""
    covered = bytearray(length)
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return covered
