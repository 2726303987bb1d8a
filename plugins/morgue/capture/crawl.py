"""Which records of a crawl are pages: answers with a page, and revisits that found one again unchanged."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.flow import Flow
from morgue.capture.http_body import decoded
from morgue.capture.http_page import content_type
from morgue.capture.listing import Listing
from morgue.capture.page import MediaType
from morgue.capture.remembered import Places, Redirects, out_of_reach
from morgue.capture.said import address
from morgue.capture.warc_header import Fields, date_of
from morgue.capture.warc_record import Record, http_of, read_record
from morgue.limits import Limits

_NOWHERE = -1
_INSIDE = -2
"""Stands for the offset of a record that cannot be read from one, since it shares a packed member."""

_OFFSET = 48
"""Bits of a place that are the offset; the rest are the number of the WARC."""

KINDS = ("warcinfo", "request", "response", "resource", "revisit", "metadata", "conversion", "continuation")
_STATUS = re.compile(r"[1-5]\d\d", re.ASCII)
_PARTIAL = "206"
_UNCHANGED = "304"
_WITHOUT_BODY = ("204", "205")
_PACKED = "it cannot be looked up in a WARC that is packed twice; put the WARC into the archive as it is, stored"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a record holds; ``also`` are addresses that led to it, and None what cannot be believed."""

    payload: bytes
    url: str | None
    also: tuple[str, ...]
    captured: str | None
    media_type: MediaType
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Body:
    """What a page is, whatever it is called and whenever it was captured."""

    payload: bytes
    media_type: MediaType
    charset: str | None


class Crawl:
    """What is known of a crawl while its WARCs are read: which records are pages, and to which others refer.

    ``number`` says which of its WARCs is being read, ``found`` how many of the records so far were pages or broken.
    """

    def __init__(
        self,
        allowance: Allowance,
        limits: Limits,
        opened: Callable[[int], io.BufferedReader],
        listing: Listing | None = None,
    ) -> None:
        """Take what opens a WARC of the crawl by its number, to look back into it; and which pages are wanted of it."""
        self._allowance = allowance
        self._limits = limits
        self._opened = opened
        self._listing = listing
        self._places = Places()
        self._redirects = Redirects()
        self._last: tuple[int, _Body | None] = (_NOWHERE, None)
        self._kinds: Counter[str] = Counter()
        self.number = 0
        self.found = 0

    def page(self, record: Record, *, listed: bool = False) -> Page | None:
        """Return the page in a record; None for one without, and for one that is not wanted, but for ``listed`` ones.

        Raise CaptureError for a page that cannot be had.
        """
        self._kinds[record.kind if record.kind in KINDS else "of other kinds"] += 1
        if not record.url:
            return None
        also = self._redirects.leading_to(record.url)
        captured = date_of(record.fields)
        wanted = listed or not self._listing or self._listing.lists(captured, record.url, *also)
        if record.kind == "revisit":
            body = self._revisited(record) if wanted else None
        else:
            offset, inside = record.place
            self._places.note(record.fields, record.url, _INSIDE if inside else self.number << _OFFSET | offset)
            body = self._body(record, wanted=wanted)
        if not body:
            return None
        if self._listing:
            self._listing.met(record.url, *also)
        return Page(body.payload, address(record.url), also, captured, body.media_type, body.charset)

    def records_of(self, url: str) -> Iterator[tuple[int, Record]]:
        """Yield the last records of an address, and of those to which it leads, each with the number of its WARC."""
        for each in (url, *self._redirects.behind(url)):
            offset = self._places.last(each)
            if offset is not None and offset != _INSIDE:
                yield offset >> _OFFSET, self._record_at(offset)

    def require_pages(self) -> None:
        """Raise CaptureError where all was read, and nothing was a page or broken."""
        if not self.found:
            counts = ", ".join(f"{count} {kind}" for kind, count in sorted(self._kinds.items()))
            only = f"no page, but {counts}" if counts else "no record; capture the pages again"
            raise CaptureError(f"it holds {only}")

    def _body(self, record: Record, *, wanted: bool = True) -> _Body | None:
        """Return the page that a response or a resource is."""
        http, begins = http_of(record)
        if http and not self._is_page(http, record.url):
            return None
        kind = content_type((http or record.fields).get("content-type"))
        if not wanted or not kind.may_be_page(record.url) or (record.too_long and not kind.says_page):
            return None
        if http and http.status == _PARTIAL:
            raise CaptureError("only a part of the page was sent (206); capture it again")
        if record.too_long:
            raise CaptureError(f"it is larger than {self._limits.bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
        if record.fields.get("warc-segment-number"):
            raise CaptureError("the page is spread over several records, which is not supported; write it as one")
        payload = record.content[begins:]
        if http:
            codings = http.get("transfer-encoding"), http.get("content-encoding")
            payload = decoded(payload, *codings, self._limits.bytes, self._allowance)
        media_type = kind.of_page(payload)
        return _Body(payload, media_type, kind.charset) if media_type else None

    def _is_page(self, http: Fields, url: str) -> bool:
        """Say whether a status is that of a page; remember where a redirect leads."""
        code = http.status
        if not _STATUS.fullmatch(code):
            raise CaptureError(f"the status of its HTTP response is none ({code[:40]!r})")
        if code.startswith("3"):
            self._redirects.note(url, http.get("location"))
        return code.startswith("2") and code not in _WITHOUT_BODY

    def _revisited(self, record: Record) -> _Body | None:
        """Return the page of the record to which a revisit refers."""
        http, _ = http_of(record)
        if http and http.status.startswith("3") and http.status != _UNCHANGED:
            self._is_page(http, record.url)
            return None
        said = http.get("content-type") if http else ""
        if not content_type(said).may_be_page(record.url):
            return None
        offset = self._places.referred(record.fields, record.url)
        if offset is None or offset == _INSIDE or not self._opened(offset >> _OFFSET).seekable():
            raise CaptureError(out_of_reach(record.fields, record.url, known=offset is not None))
        if self._last[0] != offset:
            self._last = offset, self._body(self._record_at(offset))
        return self._last[1]

    def _record_at(self, place: int) -> Record:
        """Return the record at a place that was noted, and leave the file where it stood."""
        file, offset = self._opened(place >> _OFFSET), place & ((1 << _OFFSET) - 1)
        if not file.seekable():
            raise CaptureError(_PACKED)
        here = file.tell()
        try:
            file.seek(offset)
            return read_record(Flow(file, self._allowance, offset, again=True), (offset, 0), self._limits)
        finally:
            file.seek(here)
