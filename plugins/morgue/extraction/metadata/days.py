"""Days read from words: ``2025-09-04``, or as much of it as they say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from morgue.letters import words_of

_ISO = re.compile(r"\s*((?:19|20)\d\d)(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?(?![\d/.])")
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[oaºª]|월|일|t\d*)?\Z")
"""A day's number; behind the last one is what stands between a day and its time."""

_BETWEEN = frozenset(("of", "de", "del", "the", "da", "年", "月", "日", "г"))
"""What stands between the parts of a date."""

_YEAR = len("2025")
_CENTURIES = ("19", "20")
_YEARS = ("\ub144", "r", "\u0433")
"""What is written on to a year: in Korean, Polish and Russian."""

_LETTERS = 3
"""Of a month's name at least: "1月" and "8." are numbers, "a" is a word."""

_REACH = 5
"""Words from a year to the furthest word of its date at most: "4 de marzo de 1998"."""

_LONGEST = 100
"""Characters of a text that states a day."""

_AMERICAN = frozenset(("en", "en-us"))
"""Languages of pages that write the month before the day; of those that name no country, most are American."""


@dataclass(frozen=True, slots=True)
class Found:
    """A day among words: ``[start, end)`` of them say it."""

    day: str
    start: int
    end: int


def day_of(text: str, language: str | None = None) -> str | None:
    """Return the day that a text states which is there to state one: ISO 8601, or as people write it."""
    match = _ISO.match(text)
    if match and (match[2] or match.end() == len(text.rstrip())):
        return _checked(match[1], match[2], match[3])
    found = next(days_in(words_of(text[:_LONGEST]), language), None)
    return found.day if found else None


def is_year(word: str) -> bool:
    """Say whether a word may be the year of a page's date."""
    return word[:2] in _CENTURIES and word[:4].isdigit() and (len(word) == _YEAR or word[_YEAR:] in _YEARS)


def is_month(word: str) -> bool:
    """Say whether a word is the English name of a month."""
    return bool(_month(word, None))


def days_in(words: Sequence[str], language: str | None) -> Iterator[Found]:
    """Yield the days among words in their order; a year without a month is none."""
    for at, word in enumerate(words):
        if is_year(word):
            found = _read(words, at, -1, language) or _read(words, at, 1, language)
            found = found or _of_numbers(words, at, language)
            if found:
                yield found


def _read(words: Sequence[str], year: int, step: int, language: str | None) -> Found | None:
    """Read a day with the month's name before a year, or any day behind it: ``4 September 2025``, ``2025 09 04``."""
    month = day = ""
    last, place = year, year + step
    while 0 <= place < len(words) and abs(place - year) < _REACH and not (month and day):
        word = words[place]
        number = _DAY.match(word)
        if not month and (named := _month(word, language)):
            month = f"{named:02}"
        elif number and step > 0 and not month:
            month = number[1].zfill(2)
        elif number and not day:
            day = number[1].zfill(2)
        elif word not in _BETWEEN:
            break
        last = place if word not in _BETWEEN else last
        place += step
    if step > 0 and is_year(next(iter(words[place : place + 1]), "")):  # "the best of 2026, 4 September 2025"
        return None
    read = _checked(words[year], month, day or None) if month and (day or step < 0) else None
    return Found(read, min(last, year), max(last, year) + 1) if read else None


def _of_numbers(words: Sequence[str], at: int, language: str | None) -> Found | None:
    """Read ``9/4/2025``: the month first as Americans write it, last as others do, unless there is no such month."""
    numbers = [match[1].zfill(2) for word in words[max(0, at - 2) : at] if (match := _DAY.match(word))]
    if len(numbers) < 2:
        return None
    ordered = numbers if (language or "en").lower() in _AMERICAN else numbers[::-1]
    day = _checked(words[at], *ordered) or _checked(words[at], *ordered[::-1])
    return Found(day, at - 2, at + 1) if day else None


def _checked(year: str, month: str | None = None, day: str | None = None) -> str | None:
    try:
        date(int(year[:_YEAR]), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(filter(None, (year[:_YEAR], month, day)))


def _month(word: str, language: str | None) -> int:
    if len(word) < _LETTERS or word.isdigit():
        return 0
    return _months((language or "en").partition("-")[0]).get(word, 0) or _months("en").get(word, 0)


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    """Return the names of the months in a language, in full and cut short, as ``words_of`` has them."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    named: dict[str, int] = {"sept": 9} if language == "en" else {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                words = words_of(name)
                if len(words) == 1 and len(words[0]) >= _LETTERS:
                    named.setdefault(words[0], number)
    return named
