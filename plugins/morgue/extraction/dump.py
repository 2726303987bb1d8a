"""Text dumps: lines become blocks by their shape alone.

The first line is the title. A blank line ends a block. Without blank lines between long lines, each line is a block;
hard-wrapped lines are joined. A line with a list mark, and a short line without closing punctuation that follows a
sentence's end, a list or another such line, is a block of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from morgue.extraction.inline import Draft, joined
from morgue.extraction.wide import joined_lines
from morgue.model import Mark

WRAP = 90
"""Characters: a paragraph's line that is longer was not wrapped by hand."""

SHORT = 60
"""Characters up to which a line without closing punctuation is a heading of some kind."""

_FULL = 0.6
"""Of the longest line: a shorter one that closes a sentence closes its paragraph too."""

_WIDE_STOPS = "。！？"
"""Scripts that close sentences so are seldom wrapped by hand: such a line is a paragraph."""

_ITEM = re.compile(r"(?:[-*•‣◦·]|\d{1,2}[.)])\s+(?=\S)")
_CLOSED = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")


@dataclass(slots=True)
class _Part:
    """Lines that make one block so far."""

    lines: list[str]
    number: int
    kind: Literal["prose", "item", "alone"] = "prose"

    def text(self) -> str:
        return joined_lines(self.lines)


def title_and_drafts(text: str) -> tuple[str, list[Draft]]:
    """Return a dump's title and its blocks; ``path`` is the line that a block begins with."""
    lines = [(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1)]
    first = next((at for at, (_, line) in enumerate(lines) if line), None)
    if first is None:
        return "", []
    parts: list[_Part] = []
    for filled, run in groupby(lines[first + 1 :], key=lambda line: bool(line[1])):
        if filled:
            parts += _parts(list(run))
    return lines[first][1], list(_drafts(parts))


def _parts(lines: list[tuple[int, str]]) -> list[_Part]:
    """Part a run of lines without a blank one among them."""
    width = max(len(line) for _, line in lines)
    parts: list[_Part] = []
    for at, (number, line) in enumerate(lines):
        following = lines[at + 1][1] if at + 1 < len(lines) else ""
        last = parts[-1] if parts else None
        if _ITEM.match(line):
            parts.append(_Part([line], number, "item"))
            continue
        alone = (last is None or _ends(last)) and _alone(line, following)
        if last and _goes_on(last, line, width) and (last.kind == "item" or not alone):
            last.lines.append(line)
        else:
            parts.append(_Part([line], number, "alone" if alone else "prose"))
    return parts


def _goes_on(last: _Part, line: str, width: int) -> bool:
    """Say whether a line continues what stands before it: hard-wrapped text, or an item's second line."""
    before = last.lines[-1]
    if last.kind == "item":
        return not _CLOSED.search(before) and line[0].islower()
    if last.kind == "alone" or len(before) > WRAP or len(line) > WRAP:
        return False
    wrapped = width <= WRAP and len(before) >= _FULL * width and before[-1] not in _WIDE_STOPS
    return wrapped or not _CLOSED.search(before)


def _ends(last: _Part) -> bool:
    return last.kind != "prose" or bool(_CLOSED.search(last.lines[-1])) or len(last.lines[-1]) > WRAP


def _alone(line: str, following: str) -> bool:
    """Say whether a line is short, closes no sentence and is not taken up by the next one."""
    return len(line) <= SHORT and not _CLOSED.search(line) and not following[:1].islower()


def _drafts(parts: list[_Part]) -> Iterator[Draft]:
    begun = False
    for kind, run in groupby(parts, key=lambda part: part.kind):
        same = list(run)
        if kind == "item" and not (len(same) == 1 and same[0].text()[0].isdigit()):
            yield _list(same)
            continue
        # short lines head what follows them; before the first prose they are byline and date
        heads = kind == "alone" and begun and same[-1] is not parts[-1]
        begun = begun or kind == "prose"
        for part in same:
            draft = Draft("heading" if heads else "paragraph", part.text(), path=f"line {part.number}")
            yield replace(draft, level=2) if heads else draft


def _list(parts: list[_Part]) -> Draft:
    items = [_ITEM.sub("", part.text(), count=1) for part in parts]
    marked = [Draft("paragraph", item, [Mark(0, len(item), "li")]) for item in items]
    text, marks = joined(marked, "\n")
    numbered = parts[0].text()[0].isdigit()
    return Draft("list", text, marks, level=int(numbered), path=f"line {parts[0].number}")
