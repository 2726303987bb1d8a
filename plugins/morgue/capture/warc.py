"""A WARC: what a crawler was answered, record after record, plain or packed by gzip."""

import re
import zlib
from collections.abc import Iterator

from morgue.capture.album import Album, Held
from morgue.capture.crawl import Crawl
from morgue.capture.errors import CaptureError
from morgue.capture.flow import RECORD
from morgue.capture.pieces import MAGIC
from morgue.capture.signs import begins_page, is_text
from morgue.capture.source import Source
from morgue.capture.warc_pictures import pictures_in
from morgue.capture.warc_record import Broken, Record, records
from morgue.model import Capture, Failure

KIND = "WARC"

_NO_ADDRESS = (
    "its address is none that can be published (it names a user, is too long or broken); the page is there without"
)
_START = 512
"""Bytes by which a page is told."""
_NAMED = re.compile(r"\.warc(?:\.gz)?$")


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file is a WARC: a record begins it, or what is packed first; its name, where that is damaged."""
    start = _unpacked(head) if head.startswith(MAGIC) else head
    if start.startswith(RECORD):
        return True
    damaged = not begins_page(start) and (head.startswith(MAGIC) or is_text(head))
    return damaged and bool(_NAMED.search(name.lower()))


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield the pages in a WARC. Raise CaptureError where it holds none, or more than the limits allow."""
    crawl = Crawl(source.reading.allowance, source.limits, lambda _: source.file)
    yield from read(source, crawl)
    crawl.require_pages()


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of the pages in it."""
    yield from pictures_in(album, album.file)


def read(source: Source, crawl: Crawl) -> Iterator[Capture | Failure]:
    """Yield what is a page of the records of a WARC, each with the record's place as its member."""
    for record in records(source.file, source.reading.allowance, source.limits):
        if isinstance(record, Broken):
            crawl.found += 1
            yield source.failure(record.member, record.reason)
        else:
            yield from captured(source, crawl, record)


def captured(source: Source, crawl: Crawl, record: Record, *, listed: bool = False) -> Iterator[Capture | Failure]:
    """Yield the page in a record, if it is one; ``listed`` where a list of pages led to it."""
    try:
        page = crawl.page(record, listed=listed)
        if page is None:
            return
        yield source.capture(
            page.payload,
            record.member,
            url=page.url,
            also=page.also,
            captured=page.captured,
            media_type=page.media_type,
            charset=page.charset,
        )
        if not page.captured:
            yield source.failure(record.member, "its WARC-Date is no date of a capture; the page is there without it")
        if not page.url:
            yield source.failure(record.member, _NO_ADDRESS)
    except CaptureError as error:
        yield source.failure(record.member, str(error))
    crawl.found += 1


def _unpacked(head: bytes) -> bytes:
    """Return how what is packed begins, or nothing where that cannot be read."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _START)
    except zlib.error:
        return b""
