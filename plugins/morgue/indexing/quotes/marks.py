"""Words between quotation marks, in the marks of every language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from morgue.indexing.page import Page

_CLOSERS = {"“": "”“", "„": "“”", "«": "»", "‹": "›", "‚": "‘’", "‘": "’", '"': '"'}
"""What may close each opening mark; the first is the usual one."""

_REVERSED = {"»": "«", "›": "‹"}
"""Marks that open where German or Danish is set in guillemets."""

_MARK = re.compile("[“”„«»‹›‚‘’\"']")
_DEPTH = 4
"""How many open marks a closing one looks back over."""


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
        pairs, unclosed = _pairs(text, start, end, page.language)
        if unclosed is not None and index + 1 < len(lines):
            following = text[lines[index + 1][0] : lines[index + 1][1]].lstrip()
            if following[:1] == text[unclosed]:
                pairs = [*(pair for pair in pairs if pair[1] <= unclosed), (unclosed, end)]
        found.extend(_trimmed(text, low, high, line_end=end) for low, high in _outermost(pairs))
    return [run for run in found if run.start < run.end]


def _pairs(text: str, start: int, end: int, language: str) -> tuple[list[tuple[int, int]], int | None]:
    """Return [open, behind the closing mark) of every pair of a line, and the first mark that nothing closes."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2] if at + 1 < end else ""
        if mark in "’'" and before.isalnum() and after.isalnum():
            continue  # an apostrophe
        depth = next((depth for depth in range(1, min(_DEPTH, len(stack)) + 1) if mark in stack[-depth][1]), 0)
        opening = not before or not (before.isalnum() or before in ".,!?…;%)")
        if depth and not (mark == '"' and opening and after.strip() and not before.strip()):
            pairs.append((stack[-depth][0], at + 1))
            del stack[-depth:]
        elif mark in _CLOSERS and opening:
            stack.append((at, _CLOSERS[mark]))
        elif mark in _REVERSED and opening and language in ("de", "da"):
            stack.append((at, _REVERSED[mark]))
    return pairs, stack[0][0] if stack else None


def _outermost(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    behind = -1
    for low, high in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if low >= behind:
            yield low, high
            behind = high


def _trimmed(text: str, low: int, high: int, *, line_end: int) -> Quoted:
    """Return the run without its marks, the space inside them, and the comma that belongs to the sentence around."""
    closed = high != line_end or bool(_MARK.fullmatch(text[high - 1]))
    inner = text[low + 1 : high - 1 if closed else high]
    start = low + 1 + len(inner) - len(inner.lstrip())
    return Quoted(low, high, start, low + 1 + len(inner.rstrip().rstrip(",").rstrip()), closed)
