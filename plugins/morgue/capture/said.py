"""Where and when a page was saved, as far as what its file says of it can be believed."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

_FIRST_YEAR, _LAST_YEAR = 1990, 2200
"""Of captures: from the first pages of the web on; beyond the last, a clock or a stranger is making it up."""

_LONGEST_DATE = 100
_LONGEST_ADDRESS = 8000
"""Characters of an address: what RFC 9110 asks every server to take."""

_SCRIPT_DATE = re.compile(r"\w{3} (\w{3} \d\d?) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})", re.ASCII)
"""A date as JavaScript writes it: ``Thu Nov 26 2026 10:00:00 GMT+0100 (Central European Standard Time)``."""

_ORDINARY = re.compile(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}/[!-~]{0,2000}", re.ASCII)
"""An address as nearly all are, of which there may be a million."""
_NONE_IN_ADDRESS = re.compile(r"[\t\r\n]")
_YEAR_ZERO = re.compile(r"[A-Za-z]{3} 0\d{3}\b", re.ASCII)
"""Which mail's reader takes for 2000."""


def address(said: str) -> str | None:
    """Return an address of the web as browsers understand what is written, or None where it is none.

    One with a name and password before its host is none: these are never published.
    """
    if _ORDINARY.fullmatch(said):
        return said
    said = _NONE_IN_ADDRESS.sub("", said.strip()).replace(" ", "%20")
    try:
        parts = urlsplit(said)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and host and "@" not in parts.netloc
    return said if is_web and len(said) <= _LONGEST_ADDRESS else None


def moment(when: datetime) -> str | None:
    """Return a time in ISO 8601 and UTC (which one without a zone is taken to be in); None where it cannot be."""
    try:
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return (
        f"{when.replace(microsecond=0, tzinfo=None).isoformat()}Z" if _FIRST_YEAR <= when.year <= _LAST_YEAR else None
    )


def moment_written(said: str) -> str | None:
    """Return the time that a text gives: as mail does, as JavaScript does, or in ISO 8601."""
    said = said.strip()[:_LONGEST_DATE]
    if script := _SCRIPT_DATE.match(said):
        day, year, clock, zone = script.groups()
        said = " ".join((*reversed(day.split()), year, clock, zone))
    if _YEAR_ZERO.search(said):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return moment(read(said))
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
