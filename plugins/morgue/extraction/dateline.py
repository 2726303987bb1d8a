"""A dateline: the place, the day and the agency before the first words of a report."""

import re
from dataclasses import dataclass

# Letters that open a name, in any script with capitals or without.
_PLACE = r"(?P<place>[^\W\d_][^()\n:;!?—–]{1,60}?)"
_AGENCY = r"[(\[](?P<outlet>[^\W\d_][\w .&'’/+-]{0,37}[\w.])[)\]]"
_DAY = (
    r"(?:,?\s+(?:(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?)(?:,?\s+(?:de\s+)?\d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})))"
)
_DASH = r"\s*[.,]?\s*(?:—|–|--|-)\s+"

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_PLACE}{_DAY}?,?\s+{_AGENCY}(?:{_DASH}|\s*:\s+)",  # CITY, Month 5 (AGENCY) —
        rf"{_PLACE}{_DAY},?(?:\s*/\s*(?P<outlet>[^\W\d_][\w .&'’-]{{1,38}}?)\s*/\s*[.,]?)?{_DASH}",  # CITY, Month 5 —
        rf"{_AGENCY}(?:{_DASH}|\s*[.:]\s+|\s+)",  # (AGENCY)
    )
)

_LONGEST_PLACE = 6
"""Words of a place with its country; more is the beginning of a sentence."""

_LONGEST_AGENCY = 5


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found in ``text[start:end]``, the gap behind it included; ``outlet`` or ``place`` may be empty."""

    start: int
    end: int
    outlet: str
    place: str


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that a block begins with, or None; whether it is the first block is for the caller to see.

    Known in any language by its shape: an agency in round or square brackets, a place before them, a place and a day
    before a dash. The words behind it must go on.
    """
    start = len(text) - len(text.lstrip())
    for form in _FORMS:
        match = form.match(text, start)
        if not match or match.end() >= len(text):
            continue
        fields = match.groupdict()
        place, outlet = (fields.get("place") or "").strip(" ,"), (fields.get("outlet") or "").strip()
        if _is_name(place, _LONGEST_PLACE) and _is_name(outlet, _LONGEST_AGENCY):
            return Dateline(start, match.end(), outlet, place)
    return None


def _is_name(text: str, longest: int) -> bool:
    """Say whether a text is empty or a name: few words, each long one with a capital where the script has any."""
    words = text.split()
    if len(words) > longest:
        return False
    return not text or (not words[0][0].islower() and not any(len(word) > 3 and word.islower() for word in words))
