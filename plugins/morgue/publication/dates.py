"""Dates of reduced precision: as a reader's words, as a moment to sort by."""

import re
from datetime import UTC, date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from morgue.publication.views import Date

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Pelican cannot hold an article without a date. It is shown nowhere."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")


@cache
def shown_date(iso: str | None, locale: Locale) -> Date | None:
    """Return a date as far as it is known: ``1998-05`` as "May 1998"; None for what is no date."""
    parts = _parts(iso)
    if iso is None or parts is None:
        return None
    year, month, day = parts
    if month is None:
        return Date(iso, str(year))
    first = date(year, month, day or 1)
    return Date(iso, format_date(first, "long", locale) if day else format_skeleton("yMMMM", first, locale=locale))


def moment(iso: str | None) -> datetime | None:
    """Return when that is in UTC, of a month or a year its beginning; None for what is no date."""
    parts = _parts(iso)
    if iso is None or parts is None:
        return None
    try:
        found = datetime.fromisoformat(iso)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        year, month, day = parts
        return datetime(year, month or 1, day or 1, tzinfo=UTC)


def span(dates: list[Date]) -> str:
    """Return the first and the last of dates, oldest first, as "May 1998 – June 2001"."""
    if not dates:
        return ""
    first, last = dates[0].shown, dates[-1].shown
    return first if first == last else f"{first} – {last}"


def _parts(iso: str | None) -> tuple[int, int | None, int | None] | None:
    found = _ISO.match(iso or "")
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return (year or 0, month, day)
