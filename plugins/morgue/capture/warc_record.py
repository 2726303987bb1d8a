"""One record of a WARC: what it says of itself, and its content."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from morgue.capture.allowance import Allowance
from morgue.capture.flow import Flow
from morgue.capture.pieces import BrokenError
from morgue.capture.remembered import bare
from morgue.capture.warc_header import MOST_HEAD, Fields, http_fields, length_of, warc_fields
from morgue.limits import Limits

Place = tuple[int, int]
"""The offset of a record in its file, and how far inside a packed member it stands."""

_WITH_PAGES = {"response", "resource", "revisit"}
_HTTP = "application/http"
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Record:
    """A record. ``url`` is empty where it has none on the web; ``content`` is all, or the start of what is too long."""

    kind: str
    fields: Fields
    place: Place
    url: str
    content: bytes
    too_long: bool = False

    @property
    def member(self) -> str:
        """Return its place as part of an origin."""
        return member_of(self.place)


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read, by its place, and why."""

    member: str
    reason: str


def records(file: io.BufferedReader, allowance: Allowance, limits: Limits) -> Iterator[Record | Broken]:
    """Yield all records of a WARC; behind one that is broken the next is looked for."""
    flow = Flow(file, allowance)
    more = True
    while more:
        place = None
        try:
            if not flow.skip_blank():
                return
            place = flow.place()
            record = read_record(flow, place, limits)
        except BrokenError as error:
            place = place or flow.place()
            yield Broken(member_of(place), str(error))
            more = flow.next_record(place)
        else:
            yield record
        allowance.member()


def member_of(place: Place) -> str:
    """Return a place as part of an origin: ``1234``, or ``1234+56`` in a member with several records."""
    return f"{place[0]}+{place[1]}" if place[1] else str(place[0])


def read_record(flow: Flow, place: Place, limits: Limits) -> Record:
    """Read the record that begins here; only of one that may be a page its content is kept.

    Raise BrokenError where it is no record, or does not end where it says.
    """
    fields = warc_fields(flow)
    length = length_of(fields)
    kind = fields.get("warc-type").lower()
    url = bare(fields.get("warc-target-uri")).strip()
    if kind not in _WITH_PAGES or not url.lower().startswith(_WEB):
        url, content, passed = "", b"", flow.skip(length)
        too_long = False
    elif too_long := length > limits.bytes + MOST_HEAD:
        content = flow.peek(MOST_HEAD)[:MOST_HEAD]
        passed = flow.skip(length)
    else:
        content = flow.take(length)
        passed = len(content)
    if passed < length:
        says = f"it has {passed} bytes, where its Content-Length says {length}"
        raise BrokenError(f"{says}; {'another begins there' if flow.peek(1) else 'the file breaks off in it'}")
    if not flow.ends_here():
        raise BrokenError(f"its Content-Length is wrong: behind {length} bytes neither it ends nor another begins")
    return Record(kind, fields, place, url, content, too_long)


def http_of(record: Record) -> tuple[Fields | None, int]:
    """Return the header of the HTTP response in a record and where its body begins; None for what is none."""
    is_http = record.fields.get("content-type").lower().startswith(_HTTP)
    if record.content[:5].upper() != b"HTTP/" and not (is_http and record.kind == "response"):
        return None, 0
    return http_fields(record.content)
