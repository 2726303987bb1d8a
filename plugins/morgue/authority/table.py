"""CSV as spreadsheets write it: UTF-8, cells parted by commas, a quoted cell may hold lines."""

import csv
import io
from collections.abc import Iterator

from morgue.authority.yaml_source import SourceError

MAX_BYTES = 20_000_000
MAX_ROWS = 100_000
"""More than describe an archive's folder; every row may be a problem of its own."""

_WRONG = {
    "unexpected end of data": 'has a quote (") that is not closed',
    "',' expected after '\"'": 'has text behind a closing quote ("); a quote inside a quoted cell is written twice',
    f"field larger than field limit ({csv.field_size_limit()})": (
        f'has a cell of more than {csv.field_size_limit():,} characters; is a quote (") not closed?'
    ),
}
"""What the csv module says, as words."""


def read_table(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, each with the line that it begins on.

    Raise SourceError, behind the rows that are sound, where there is no reading on.
    """
    if len(data) > MAX_BYTES:
        raise SourceError(1, f"is larger than {MAX_BYTES:,} bytes; part it by folders")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(_line_of(error.start, error.object), "is not UTF-8; save it in that encoding") from None
    if "\0" in text:
        raise SourceError(_line_of(data.index(b"\0"), data), "holds a NUL, which no text has; save it again as text")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, skipinitialspace=True)
    for count in range(MAX_ROWS + 1):
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise SourceError(line, _WRONG.get(str(error), f"is not CSV: {error}")) from None
        if cells is None:
            return
        if count == MAX_ROWS:
            raise SourceError(line, f"has more than {MAX_ROWS:,} rows; part it by folders")
        cells = [cell.strip() for cell in cells]
        if any(cells):
            yield line, cells


def _line_of(position: int, data: bytes) -> int:
    """Return the line of a byte; lines end as the csv module has them end."""
    return len((data[:position] + b".").splitlines())
