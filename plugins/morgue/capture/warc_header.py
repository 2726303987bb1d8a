"""What stands before the content of a WARC record, and before the body of an HTTP response in it."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from morgue.capture.flow import RECORD, Flow
from morgue.capture.pieces import BrokenError

MOST_HEAD = 262_144
"""Bytes of all header fields: browsers and servers take a quarter of that."""
_FIRST_LOOK = 4096
_MOST_DIGITS = 15

_END = re.compile(rb"\n\r?\n")
_WARC = StatusAndHeadersParser(["WARC/"])
_HTTP = StatusAndHeadersParser(["HTTP/"])

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)(?:\.\d{1,9})?Z?", re.ASCII)
_SHORT_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = "1990", "2199"
"""Between these years pages were captured."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Header fields by their names in lower case; where a name comes twice, both values with a comma between."""

    first_line: str
    fields: Mapping[str, str]

    @property
    def status(self) -> str:
        """Return the code behind the version in the first line of an HTTP response, or what stands in its place."""
        return next(iter(self.first_line.split(None, 2)[1:]), "")

    def get(self, name: str) -> str:
        """Return a field's value, or nothing."""
        return self.fields.get(name, "")


def warc_fields(flow: Flow) -> Fields:
    """Read the header of the record that comes next. Raise BrokenError where there is none."""
    if not flow.peek(len(RECORD)).startswith(RECORD):
        raise BrokenError("no WARC record begins here; the length of the one before it is wrong")
    look = _FIRST_LOOK
    while not (end := _END.search(head := flow.peek(look))):
        if len(head) < look:
            raise BrokenError("the file breaks off in its header; copy or capture it again")
        if look >= MOST_HEAD:
            raise BrokenError(f"its header has no end in {MOST_HEAD} bytes")
        look *= 2
    return _parsed(_WARC, flow.take(end.end()))


def http_fields(content: bytes) -> tuple[Fields, int]:
    """Return status line and fields of an HTTP response, and where its body begins. Raise BrokenError for none."""
    end = _END.search(content, 0, MOST_HEAD)
    if not end and len(content) > MOST_HEAD:
        raise BrokenError(f"the header of its HTTP response has no end in {MOST_HEAD} bytes")
    behind = end.end() if end else len(content)
    return _parsed(_HTTP, content[:behind]), behind


def _parsed(parser: StatusAndHeadersParser, head: bytes) -> Fields:
    try:
        parsed = parser.parse(io.BytesIO(head))
    except (StatusAndHeadersParserException, EOFError):
        raise BrokenError(f"it does not begin with {parser.statuslist[0]} and a version") from None
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        key = name.lower()
        fields[key] = f"{fields[key]}, {value}" if key in fields else value
    return Fields(parsed.statusline, fields)


def length_of(fields: Fields) -> int:
    """Return how many bytes the content of a record has. Raise BrokenError where it says none."""
    said = fields.get("content-length")
    first, *others = said.split(", ")
    said = first if set(others) <= {first} else said
    if not (said.isascii() and said.isdigit() and len(said) <= _MOST_DIGITS):
        raise BrokenError(f"its Content-Length is no length ({said[:40]!r})")
    return int(said)


def date_of(fields: Fields) -> str | None:
    """Return WARC-Date as ISO 8601 in UTC; None where it is none, or of a year in which no page was captured."""
    said = fields.get("warc-date").strip()
    if match := _DATE.fullmatch(said):
        year, month, day, hour, minute, second = match.groups()
        said = f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"
    elif not _SHORT_DATE.fullmatch(said):
        return None
    try:
        datetime.fromisoformat(said + "0001-01-01"[len(said) :])
    except ValueError:
        return None
    return said if _FIRST_YEAR <= said[:4] <= _LAST_YEAR else None
