"""``captures.csv``: the fields of many captures' sidecars, a row each."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from morgue.address import canonical_url
from morgue.authority.captures_columns import CAPTURE, FIELDS, wrong_columns
from morgue.authority.described import NEEDS_URL, Row, is_url, withheld_at
from morgue.authority.files import Filed
from morgue.authority.near import did_you_mean
from morgue.authority.problems import Problem
from morgue.authority.sidecar import LISTS, Sidecar
from morgue.authority.table import read_table
from morgue.authority.validation import InvalidEntry, quoted, validate
from morgue.authority.yaml_source import Source, SourceError

_MOST_COMPARED = 100_000
"""Names of files compared with wrong ones: some seconds' worth."""
_MOST_PARTS = 100
"""Signs # in a name that are tried as the end of a file's."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row as it is written: the file it names, from the table's folder on, what in it, and what it says."""

    path: str
    member: str
    filed: Filed[Sidecar]

    @property
    def row(self) -> Row:
        """Return it as it is looked up."""
        return Row(self.filed.file, self.filed.source.line_of(()), self.member, self.filed.entry)


class CapturesCsv:
    """Reads one table; ``problems`` are all that is wrong in it, ``rows`` what can stand.

    A row that names no file may stand, if it withholds what is gone and says where it stood.
    """

    def __init__(self, file: str, data: bytes, captures: Collection[str]) -> None:
        """Take the table's name for messages, its bytes, and the files that a row may name, from its folder on."""
        self.problems: list[Problem] = []
        self.rows: list[CsvRow] = []
        self._file = file
        self._captures = captures
        self._first: dict[tuple[str, str], int] = {}
        self._compared = 0
        try:
            table = read_table(data)
            line, names = next(table, (1, []))
            for message in wrong_columns(names):
                self._add(line, message)
            for line, cells in table if CAPTURE in names else ():
                self._take(line, names, cells)
        except SourceError as error:
            self._add(error.line, str(error))

    def _add(self, line: int, message: str) -> None:
        self.problems.append(Problem(self._file, line, message))

    def _take(self, line: int, names: Sequence[str], cells: Sequence[str]) -> None:
        if len(cells) > len(names):
            self._add(line, f"has {len(cells)} cells under {len(names)} columns; quote a cell that holds a comma")
            return
        written = dict(zip(names, cells, strict=False))
        named = written.get(CAPTURE, "")
        said = {name: _value(name, cell) for name, cell in written.items() if cell and name in FIELDS}
        source = Source(said, {(): line})
        try:
            filed = Filed(validate(Sidecar, source, {}), self._file, source)
        except InvalidEntry as error:
            for at, message in error.problems:
                self._add(at, message)
            filed = None
        if place := self._place_of(line, named, filed.entry if filed else None):
            path, member = place
            same = path, canonical_url(member) if is_url(member) else member
            if (first := self._first.setdefault(same, line)) != line:
                self._add(line, f"capture: {quoted(named)} stands in line {first} already; join the two")
            elif filed:
                self.rows.append(CsvRow(path, member, filed))

    def _place_of(self, line: int, named: str, said: Sidecar | None) -> tuple[str, str] | None:
        """Return the file that a row names and what in it, or None where there is none and must be one."""
        if not named:
            self._add(line, "capture: is empty; name the file that the row speaks of")
            return None
        for path, member in _readings(named.removeprefix("./")):
            if path in self._captures:
                return path, member
        path, _, member = named.removeprefix("./").partition("#")
        if path.startswith("/") or ".." in path.split("/") or "\\" in path:
            self._add(line, f"capture: {quoted(path)} is no file below this folder; write folder/page.html")
        elif said and withheld_at(said, member):
            return path, member
        else:
            self._compared += len(self._captures)
            near = did_you_mean(path, self._captures) if self._compared <= _MOST_COMPARED else ""
            gone = NEEDS_URL if said and said.withheld else ""
            self._add(line, f"capture: there is no file {quoted(path)}{near}{gone}")
        return None


def _readings(named: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a name into a file and what is in it; a file's own name may hold a #."""
    yield named, ""
    for match in islice(re.finditer("#", named), _MOST_PARTS):
        yield named[: match.start()], named[match.end() :]


def _value(name: str, cell: str) -> str | list[str]:
    """Return a cell as YAML would give it: a list is parted by semicolons, and one of nothing else is empty."""
    if name not in LISTS:
        return cell
    return [item.strip() for item in cell.split(";")] if cell.strip("; ") else []
