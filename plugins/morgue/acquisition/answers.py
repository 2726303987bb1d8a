"""What the head of an answer says: where it leads on, whether it is a page, when to come back."""

import math
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin

from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.exchange import Exchange
from morgue.capture.errors import plain

_LEADING_ON = frozenset({301, 302, 303, 307, 308})

BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
"""Answers of a site that wants to be asked later."""

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})

_REASONS = {
    206: "the site gives out a part of it (206); try again later, or save the page with a browser",
    401: "the site does not give it out without a password (401); save the page with a browser",
    402: "the site does not give it out without payment (402); save the page with a browser",
    403: "the site does not give it out (403); save the page with a browser",
    404: "the site has no such page (404); check the address",
    410: "the site has taken the page back (410)",
    429: "the site has been asked too often (429); try again later, or raise MORGUE_ADD_DELAY",
    451: "the site may not give it out for legal reasons (451)",
}


def location(answer: Exchange) -> str | None:
    """Return the address that a redirect leads to, or None where the answer is none."""
    place = answer.headers.get("location")
    if answer.status not in _LEADING_ON or place is None:
        return None
    with suppress(UnicodeError):  # bytes as they came; many sites send UTF-8
        place = place.encode("latin-1").decode("utf-8")
    try:
        return urljoin(answer.target.url, place.strip())
    except ValueError:
        raise AcquisitionError(f"it leads on to {plain(place)}, which is no address; look at it in a browser") from None


def check_success(answer: Exchange) -> None:
    """Raise AcquisitionError where an answer says that it is not what was asked for, or where it is empty."""
    status = answer.status
    if 200 <= status < 300 and status != HTTPStatus.PARTIAL_CONTENT:
        if not answer.content.strip():
            raise AcquisitionError("the site answers with an empty page; try again later")
        return
    if status >= 500:
        raise AcquisitionError(f"the site has a fault ({status}); try again later")
    raise AcquisitionError(_REASONS.get(status, f"the site does not give it out ({status}); look at it in a browser"))


def check_page(answer: Exchange) -> None:
    """Raise AcquisitionError where an answer is neither HTML nor text; without a type its first character tells."""
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type in _PAGES or (not media_type and answer.content.lstrip()[:1] == b"<"):
        return
    raise AcquisitionError(
        f"it is {plain(media_type) or 'of no type'}, no page of HTML or text; only pages are captured"
    )


def retry_after(answer: Exchange, now: datetime) -> float | None:
    """Return the seconds after which a site wants to be asked again, or None where it does not say."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit() and len(said) < 10:
        return float(said)
    try:
        seconds = (parsedate_to_datetime(said) - now).total_seconds()
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
