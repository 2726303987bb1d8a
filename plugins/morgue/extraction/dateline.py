"""Where a first paragraph opens with the place and the agency that it comes from."""

import re
from dataclasses import dataclass

_PLACE = r"(?P<place>[^\W\d_a-z]{2}[^\W\d_a-z .\u2019'/-]{0,40}|[^\W\d_][\w .\u2019'-]{1,30}(?=[,\s]*(?:\d|\()))"
_OUTLET = r"\((?P<outlet>[^\W\d_][^()\n.!?]{1,30})\)"
_DATE = r"(?:,\s*[^\n()\u2013\u2014-]{3,30})?"
_PATTERN = re.compile(
    rf"{_OUTLET}\s*[-\u2013\u2014:]?\s+|{_PLACE.replace('place', 'city')}{_DATE}\s*"
    rf"{_OUTLET.replace('outlet', 'agency')}?\s*[-\u2013\u2014]\s+"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: ``text[start:end]``, and what it names."""

    start: int
    end: int
    outlet: str | None
    place: str | None


def find_dateline(text: str) -> Dateline | None:
    """Return the dateline that a paragraph opens with, or None."""
    found = _PATTERN.match(text)
    if not found:
        return None
    outlet, place = found["outlet"] or found["agency"], found["city"]
    return Dateline(0, found.end(), outlet, place.strip() if place else None)
