"""Quotation marks in pairs, in the marks of every language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSERS = {
    "“": ("”", "“", '"'),
    "„": ("“", "”", '"'),
    '"': ('"', "”"),
    "«": ("»",),
    "‹": ("›",),
    "‚": ("‘", "’"),
    "‘": ("’",),
    "'": ("'",),
    "''": ("''",),
    "``": ("''",),
    "「": ("」",),
    "『": ("』",),
}
"""What may close each opening mark. Doubled apostrophes are one mark; a straight mark may close a curly one, and a
curly one a straight one, since machines mix them."""

_REVERSED = {
    "»": (("«",), frozenset({"de", "da", "hr", "sl"})),
    "›": (("‹",), frozenset({"de", "da", "hr", "sl"})),
    "”": (("”",), frozenset({"sv", "fi"})),
    "’": (("’",), frozenset({"sv", "fi"})),
}
"""Marks that open where a language sets them so: what closes them, and the languages."""

_SIGN = re.compile("[“”„«»‹›‚‘’'`\"「」『』]")

_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""A letter or stop of Japanese or Chinese: no space stands before a mark that opens there."""

_INCHES = re.compile(r"\d ?['’′] ?\d{1,2}\Z")
"""What stands before the mark in 6'2"."""

_SHORTENED = re.compile(r"['’‘](?:\d\ds?|n|em|til|tis|twas|cause)\b")
"""What an apostrophe begins: '90s, rock 'n' roll."""

_CLOSES_LATER = re.compile(r" (?=\w)(?:[^'’‘]|(?<=\w)['’](?=\w))*(?<=\S)['’](?!\w)")
"""Behind a plural's apostrophe ("the ministers' word"): the single mark that comes next closes."""

_DEPTH = 4
"""How many open marks a closing one looks back over."""


class Mark(NamedTuple):
    """One quotation mark, which may be of two characters, and where it stands."""

    start: int
    end: int
    sign: str


class _Open(NamedTuple):
    mark: Mark
    closers: tuple[str, ...]


def has_marks(text: str, start: int, end: int) -> bool:
    """Say whether anything in a line may be a quotation mark."""
    return _SIGN.search(text, start, end) is not None


def pairs_in(text: str, start: int, end: int, language: str) -> tuple[list[tuple[Mark, Mark]], Mark | None]:
    """Return every pair of marks of a line, however nested, and the first mark that nothing closes."""
    pairs: list[tuple[Mark, Mark]] = []
    stack: list[_Open] = []
    for mark in _marks(text, start, end, stack):
        before = text[mark.start - 1] if mark.start > start else " "
        after = text[mark.end] if mark.end < end else " "
        opening = not (before.isalnum() or before in ".,!?…;%)") or _UNSPACED.match(before) is not None
        depth = _depth(stack, mark.sign)
        if depth and not (opening and before.isspace() and not after.isspace() and mark.sign in _CLOSERS):
            if not _belongs_to_a_plural(text, mark, end):
                pairs.append((stack[-depth].mark, mark))
                del stack[-depth:]
        elif opening:
            closers = _closers(mark.sign, language)
            if closers and not (mark.sign in "'‘" and (after.isspace() or _SHORTENED.match(text, mark.start))):
                stack.append(_Open(mark, closers))
    return pairs, stack[0].mark if stack else None


def _marks(text: str, start: int, end: int, stack: list[_Open]) -> Iterator[Mark]:
    """Yield the marks of a line; apostrophes inside words are none, several in a row may be two."""
    behind = start
    for match in _SIGN.finditer(text, start, end):
        at, sign = match.start(), match.group()
        if at < behind:
            continue
        behind = at + 1
        if sign in "'`":
            while behind < end and text[behind] == sign:
                behind += 1
        if sign in "'’" and at > start and behind < end and text[at - 1].isalnum() and text[behind].isalnum():
            continue
        if sign in "\"'”" and _INCHES.search(text, max(at - 6, start), at):
            continue
        yield from _parted(text, at, behind, stack)


def _parted(text: str, start: int, end: int, stack: list[_Open]) -> Iterator[Mark]:
    """Yield the marks of a run of the same sign; three apostrophes are parted as the last open mark has it."""
    if end - start == 3 and text[start] == "'":
        middle = start + (1 if stack and stack[-1].mark.sign == "'" else 2)
        yield Mark(start, middle, text[start:middle])
        yield Mark(middle, end, text[middle:end])
    elif end - start <= 2:
        yield Mark(start, end, text[start:end])


def _depth(stack: list[_Open], sign: str) -> int:
    """Return how many open marks a mark closes, itself the last of them, or 0."""
    for depth in range(1, min(_DEPTH, len(stack)) + 1):
        if sign in stack[-depth].closers:
            return depth
    return 0


def _closers(sign: str, language: str) -> tuple[str, ...]:
    reversed_, languages = _REVERSED.get(sign, ((), frozenset[str]()))
    return reversed_ if language in languages else _CLOSERS.get(sign, ())


def _belongs_to_a_plural(text: str, mark: Mark, end: int) -> bool:
    plural = mark.sign in "'’" and text[mark.start - 1] in "sS"
    return plural and _CLOSES_LATER.match(text, mark.end, end) is not None
