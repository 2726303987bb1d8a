"""Which responses of a WACZ are pages, as its lists of pages say (``pages/pages.jsonl``)."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

from morgue.address import canonical_url
from morgue.capture.errors import CaptureError
from morgue.limits import Limits

_LONGEST_LINE = 4_000_000
"""Bytes of a page's entry: some crawlers put its whole text in it."""
_LONGEST_URL = 4096
_ROOM = 100_000_000
"""Characters of all that is listed: a million pages of a hundred each."""
_OF_TIME = 50
"""What a time counts for."""
_MOST_TIMES = 1000
"""Of one page: one every day for three years."""
_NEAR = timedelta(hours=1)
"""Between the times at which a page was opened and its response came: a crawler may wait in between."""


class Listing:
    """Pages by address, and the times at which each was opened. It notes which have been met."""

    def __init__(self) -> None:
        """List none."""
        self._pages: dict[str, tuple[str, list[datetime]]] = {}
        self._met: set[str] = set()
        self._room = _ROOM

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    @property
    def met_any(self) -> bool:
        """Say whether any page has been met."""
        return bool(self._met)

    def read(self, file: BinaryIO, limits: Limits) -> Iterator[str]:
        """Read a list, a page a line, and yield what is wrong with it. Raise CaptureError where it cannot be read."""
        number = 0
        while line := file.readline(_LONGEST_LINE):
            number += 1
            if len(line) == _LONGEST_LINE:
                yield f"line {number} is longer than {_LONGEST_LINE} bytes; the pages behind it are not listed"
                return
            if line.strip() and not self._note(line):
                yield f"line {number} is no JSON object of a page; write the list anew"
            if self._room < 0:
                raise CaptureError(f"what it lists has more than {_ROOM} characters; the pages behind are not listed")
            if len(self._pages) > limits.members:
                raise CaptureError(f"it lists more than {limits.members} pages; raise MORGUE_MAX_MEMBERS to read on")

    def _note(self, line: bytes) -> bool:
        """Note the page in a line and say whether one can be: what has no address says what the list is."""
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            return False
        if not isinstance(entry, dict):
            return False
        url, time = entry.get("url"), entry.get("ts")
        if isinstance(url, str) and 0 < len(url) <= _LONGEST_URL:
            self._room -= len(url) + _OF_TIME
            _, times = self._pages.setdefault(canonical_url(url), (url, []))
            if isinstance(time, str) and (moment := _moment(time)) and len(times) < _MOST_TIMES:
                times.append(moment)
        return True

    def lists(self, captured: str | None, *urls: str) -> bool:
        """Say whether a response at a time is a page, by its address or those that led there."""
        moment = _moment(captured or "")
        for url in urls:
            listed = self._pages.get(canonical_url(url))
            if listed and (not moment or not listed[1] or any(abs(moment - each) <= _NEAR for each in listed[1])):
                return True
        return False

    def met(self, *urls: str) -> None:
        """Note that the page of an address, and of those that led there, has been met."""
        self._met.update(url for url in map(canonical_url, urls) if url in self._pages)

    def unmet(self) -> Iterator[str]:
        """Yield the addresses that have not been met, in the order of the list."""
        yield from (url for key, (url, _) in self._pages.items() if key not in self._met)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
