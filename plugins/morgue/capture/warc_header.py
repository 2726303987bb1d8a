"""What stands before the content of a WARC record, and before the body of an HTTP response in it."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from morgue.capture.flow import BEGINS, RECORD, Flow
from morgue.capture.pieces import BrokenError
from morgue.capture.said import moment_written

MOST_HEAD = 262_144
"""Bytes of all header fields: browsers and servers take a quarter of that."""
_MOST_LINES = 1000
"""Lines of all header fields: servers take 100."""
_FIRST_LOOK = 4096
_BREAKS_OFF = "the file breaks off in the header of this record; copy or capture it again"
_MOST_DIGITS = 15

_END = re.compile(rb"\n\r?\n")
_WARC = StatusAndHeadersParser(["WARC/"])
_HTTP = StatusAndHeadersParser(["HTTP/"])

_DIGITS = re.compile(r"\d{14}", re.ASCII)
"""A date as the oldest WARCs have it."""


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
    first = flow.peek(len(RECORD))
    if len(first) < len(RECORD) and RECORD.startswith(first):
        raise BrokenError(_BREAKS_OFF)
    if first != RECORD:
        raise BrokenError("no WARC record begins here, as it should; the file is damaged, or no WARC")
    look = _FIRST_LOOK
    while True:
        end = _END.search(head := flow.peek(look))
        if BEGINS.search(head, len(RECORD), end.end() if end else len(head)):
            raise BrokenError("its header has no end")
        if end:
            break
        if len(head) < look:
            raise BrokenError(_BREAKS_OFF)
        if look >= MOST_HEAD:
            raise BrokenError(f"its header has no end in {MOST_HEAD} bytes")
        look *= 2
    taken = flow.take(end.end())
    if len(taken) < end.end():
        raise BrokenError("its header has no end")
    return _parsed(_WARC, taken)


def http_fields(content: bytes) -> tuple[Fields, int]:
    """Return status line and fields of an HTTP response, and where its body begins. Raise BrokenError for none."""
    end = _END.search(content, 0, MOST_HEAD)
    if not end and len(content) > MOST_HEAD:
        raise BrokenError(f"the header of its HTTP response has no end in {MOST_HEAD} bytes")
    behind = end.end() if end else len(content)
    return _parsed(_HTTP, content[:behind]), behind


def _parsed(parser: StatusAndHeadersParser, head: bytes) -> Fields:
    """Return first line and fields; by warcio, but where each field is a line of its own, as nearly always."""
    if head.count(b"\n") > _MOST_LINES:
        raise BrokenError(f"its header has more than {_MOST_LINES} lines")
    if plain := _plain(head, parser.statuslist[0]):
        return plain
    try:
        parsed = parser.parse(io.BytesIO(head))
    except (StatusAndHeadersParserException, EOFError):
        raise BrokenError(f"it does not begin with {parser.statuslist[0]} and a version") from None
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        key = name.lower()
        fields[key] = f"{fields[key]}, {value}" if key in fields else value
    return Fields(parsed.statusline, fields)


def _plain(head: bytes, begins: str) -> Fields | None:
    """Return the same at a fourth of the time, or None where anything is out of the ordinary."""
    if not head.isascii():
        return None
    first, *lines = head.decode("ascii").split("\r\n")
    if not first.startswith(begins) or lines[-2:] != ["", ""] or head.count(b"\n") != len(lines):
        return None
    fields: dict[str, str] = {}
    for line in lines[:-2]:
        name, colon, value = line.partition(": ")
        key = name.lower()
        if not colon or ":" in name or name != name.strip() or value != value.strip() or key in fields:
            return None
        fields[key] = value
    return Fields(first.removeprefix(begins).strip(), fields)


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
    return moment_written(f"{said[:8]}T{said[8:]}" if _DIGITS.fullmatch(said) else said)
