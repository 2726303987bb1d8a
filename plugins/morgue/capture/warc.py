"""A WARC: what a crawler was answered, record after record, plain or packed by gzip."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator

from morgue.capture.errors import CaptureError
from morgue.capture.flow import RECORD, Flow
from morgue.capture.pieces import MAGIC, BrokenError
from morgue.capture.signs import is_text
from morgue.capture.source import Source
from morgue.capture.warc_pages import Pages
from morgue.capture.warc_record import Record, member_of, read_record
from morgue.model import Capture, Failure

KIND = "WARC"

_ZSTD = b"\x28\xb5\x2f\xfd"
_NAMED = re.compile(r"\.warc(?:\.gz|\.zst)?$")
_KINDS = ("warcinfo", "request", "response", "resource", "revisit", "metadata", "conversion", "continuation")


def recognises(head: bytes, name: str) -> bool:
    """Say whether a file is a WARC: a record begins it, or what is packed first; its name, where that is damaged."""
    if head.startswith(RECORD) or (head.startswith(MAGIC) and _unpacks_to_record(head)):
        return True
    return bool(_NAMED.search(name.lower())) and (head.startswith((MAGIC, _ZSTD)) or is_text(head))


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield the pages in a WARC. Raise CaptureError where it holds none, or more than the limits allow."""
    if source.head.startswith(_ZSTD):
        raise CaptureError("a WARC packed by zstd is not supported; unpack it, or pack it anew with gzip")
    flow = Flow(source.file, source.limits)
    yield from read(source, flow, Pages(source.file, source.limits, flow.beside))


def read(source: Source, flow: Flow, pages: Pages) -> Iterator[Capture | Failure]:
    """Yield what ``pages`` makes of the records of a WARC, each with the record's place as its member."""
    kinds: Counter[str] = Counter()
    found = 0
    for record in _records(source, flow):
        if isinstance(record, Failure):
            found += 1
            yield record
            continue
        kinds[record.kind if record.kind in _KINDS else "of other kinds"] += 1
        try:
            page = pages.page(record)
            if page is None:
                continue
            found += 1
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
                yield source.failure(record.member, "its WARC-Date is no date of a capture; the page stands without")
        except CaptureError as error:
            found += 1
            yield source.failure(record.member, str(error))
    if not found:
        counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        raise CaptureError(f"it holds no page: {kinds.total()} records{': ' if counts else ''}{counts}")


def _records(source: Source, flow: Flow) -> Iterator[Record | Failure]:
    """Yield all records; a Failure for each that is broken, behind which the next is looked for."""
    count = 0
    more = True
    while more:
        place = None
        try:
            if not flow.skip_blank():
                return
            place = flow.place()
            record = read_record(flow, place, source.limits)
        except BrokenError as error:
            place = place or flow.place()
            yield source.failure(member_of(place), str(error))
            more = flow.next_record(place[0] + 1)
        else:
            yield record
        count += 1
        if count > source.limits.members:
            raise CaptureError(f"it has more than {source.limits.members} records; raise MORGUE_MAX_MEMBERS to read on")


def _unpacks_to_record(head: bytes) -> bool:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(RECORD)) == RECORD
    except zlib.error:
        return False
