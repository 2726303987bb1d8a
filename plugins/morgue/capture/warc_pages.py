"""Which records of a WARC are pages: answers with a page, and revisits that found one again unchanged."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from morgue.capture.errors import CaptureError
from morgue.capture.flow import Flow
from morgue.capture.http_body import decoded
from morgue.capture.http_page import ContentType
from morgue.capture.page import MediaType
from morgue.capture.remembered import Places, Redirects, bare
from morgue.capture.warc_header import Fields, date_of, http_fields
from morgue.capture.warc_record import Record, read_record
from morgue.limits import Limits

_NOWHERE = -1
_INSIDE = -2
"""Stands for the offset of a record that cannot be read from one, since it shares a packed member."""

_HTTP = "application/http"
_STATUS = re.compile(r"[1-5]\d\d", re.ASCII)
_PARTIAL = "206"
_UNCHANGED = "304"
_WITHOUT_BODY = ("204", "205")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a record holds; ``also`` are addresses that led to it."""

    payload: bytes
    url: str
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


class Pages:
    """The pages of a WARC, told as its records come by."""

    def __init__(self, file: io.BufferedReader, limits: Limits, beside: Callable[[int], None]) -> None:
        """Take the file, in which revisits look back; ``beside`` is told how many bytes they read."""
        self._file = file
        self._limits = limits
        self._beside = beside
        self._places = Places()
        self._redirects = Redirects()
        self._last: tuple[int, _Body | None] = (_NOWHERE, None)

    def page(self, record: Record) -> Page | None:
        """Return the page in a record; None for one without. Raise CaptureError for a page that cannot be had."""
        if not record.url:
            return None
        body = self._revisited(record) if record.kind == "revisit" else self._answered(record)
        if not body:
            return None
        also = self._redirects.leading_to(record.url)
        captured = date_of(record.fields)
        return Page(body.payload, record.url, also, captured, body.media_type, body.charset)

    def _answered(self, record: Record) -> _Body | None:
        offset, inside = record.place
        self._places.note(record.fields, record.url, _INSIDE if inside else offset)
        return self._body(record)

    def _body(self, record: Record) -> _Body | None:
        """Return the page that a response or a resource is."""
        http, begins = _http(record)
        if http and not self._is_page(http, record.url):
            return None
        kind = ContentType.of((http or record.fields).get("content-type"))
        if not kind.may_be_page(record.url) or (record.too_long and not kind.says_page):
            return None
        if record.too_long:
            raise CaptureError(f"it is larger than {self._limits.bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
        if record.fields.get("warc-segment-number"):
            raise CaptureError("the page is spread over several records, which is not supported; write it as one")
        payload = record.content[begins:]
        if http:
            codings = http.get("transfer-encoding"), http.get("content-encoding")
            payload = decoded(payload, *codings, self._limits.bytes)
        media_type = kind.of_page(payload)
        return _Body(payload, media_type, kind.charset) if media_type else None

    def _is_page(self, http: Fields, url: str) -> bool:
        """Say whether a status is that of a page; remember where a redirect leads."""
        code = http.status
        if not _STATUS.fullmatch(code):
            raise CaptureError(f"the status of its HTTP response is none ({code[:40]!r})")
        if code.startswith("3"):
            self._redirects.note(url, http.get("location"))
        if code == _PARTIAL:
            raise CaptureError("only a part of it was sent (206); capture the page again")
        return code.startswith("2") and code not in _WITHOUT_BODY

    def _revisited(self, record: Record) -> _Body | None:
        """Return the page of the record to which a revisit refers."""
        http, _ = _http(record)
        if http and http.status.startswith("3") and http.status != _UNCHANGED:
            self._is_page(http, record.url)
            return None
        said = http.get("content-type") if http else ""
        if not ContentType.of(said).may_be_page(record.url):
            return None
        offset = self._places.referred(record.fields, record.url)
        if offset is None or offset == _INSIDE or not self._file.seekable():
            raise CaptureError(_out_of_reach(record, known=offset is not None))
        if self._last[0] != offset:
            self._last = offset, self._body_at(offset)
        return self._last[1]

    def _body_at(self, offset: int) -> _Body | None:
        """Return the page in the record at an offset, and stand where we stood."""
        here = self._file.tell()
        try:
            self._file.seek(offset)
            flow = Flow(self._file, self._limits, offset)
            body = self._body(read_record(flow, (offset, 0), self._limits))
            self._beside(flow.position)
            return body
        finally:
            self._file.seek(here)


def _http(record: Record) -> tuple[Fields | None, int]:
    """Return the header of the HTTP response in a record and where its body begins; None for what is none."""
    is_http = record.fields.get("content-type").lower().startswith(_HTTP)
    if record.content[:5].upper() != b"HTTP/" and not (is_http and record.kind == "response"):
        return None, 0
    return http_fields(record.content)


def _out_of_reach(record: Record, *, known: bool) -> str:
    """Say why the page of a revisit cannot be had."""
    url = bare(record.fields.get("warc-refers-to-target-uri")) or record.url
    date = record.fields.get("warc-refers-to-date")
    page = f"it only says that the page was the same as {f'on {date}' if date else 'before'} at {url}, "
    if known:
        return page + "which cannot be looked up in a file packed as one; pack it anew with warcio recompress"
    return page + "which is not in this file; add the WARC that holds it to this one"
