"""Labels: short lines that tell apart parts of a text which say the same, and lines that are none."""

import re
from collections.abc import Sequence

from morgue.extraction.copies import CALL
from morgue.extraction.units import PROSE_WORDS, Unit
from morgue.letters import words_of
from morgue.vocabulary import any_of, load

OPENING = 6
"""Words by which a paragraph may open in its own way: "Monday", "For the left-hand model"."""

_CALLS = {tuple(words_of(call)) for language, calls in load("promo").items() if language != "begun" for call in calls}
"""What a teaser ends with: "Read more"."""

_FURNITURE = re.compile(any_of(load("prompt")["beginnings"]))
"""Lines around a copy that differ of themselves: calls, marks of advertisements, counts of shares."""

_CUT_WORDS = 4
"""Words of a line that may be another one cut short: "May" is none of "May 2024"."""

_HEADING = re.compile(r"h(?:[1-6]|eading)\b")
_VERBATIM = re.compile(r"code|pre|table")
"""Forms of units: elements of a page, or kinds of blocks."""


def are_labels(one: Unit, other: Unit, words: Sequence[str]) -> bool:
    """Say whether two units, which differ, are labels of one kind; ``words`` are the text's."""
    texts = words[one.start : one.end], words[other.start : other.end]
    if not (_is_label(one) and _is_label(other) and _kind(one) == _kind(other)):
        return False
    return not _cut(*texts) and not all(_FURNITURE.match(" ".join(text)) for text in texts)


def _is_label(unit: Unit) -> bool:
    return unit.told and unit.words <= PROSE_WORDS and not _VERBATIM.match(unit.form)


def are_links(one: Unit, other: Unit) -> bool:
    """Say whether two lines are links of one form: days that lead to a calendar, the toggles of panels."""
    return one.link and other.link and one.form == other.form and max(one.words, other.words) <= OPENING


def is_heading(unit: Unit) -> bool:
    """Say whether a unit heads what follows."""
    return bool(_HEADING.match(unit.form))


def _kind(unit: Unit) -> str:
    """Return what labels of one kind have in common; the page's headline heads no part of it."""
    return "heading" if is_heading(unit) and not unit.form.startswith("h1") else unit.form


def _cut(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether one of two texts is the other cut short, perhaps with a call to read on at its end."""
    bare = sorted((without_call(one), without_call(other)), key=lambda words: len("".join(words)))
    told = len(bare[0]) >= _CUT_WORDS or len(bare[0]) + len(bare[1]) < len(one) + len(other)
    return told and "".join(bare[1]).startswith("".join(bare[0]))


def without_call(words: Sequence[str]) -> Sequence[str]:
    """Return words without the call to read on that they may end with."""
    for length in range(CALL, 0, -1):
        if tuple(words[-length:]) in _CALLS:
            return words[:-length]
    return words
