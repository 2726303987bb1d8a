"""What stands beside captures: a sidecar for one, ``captures.csv`` for many, and both for what is gone."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from morgue.authority.captures_csv import CapturesCsv, CsvRow
from morgue.authority.described import NEEDS_URL, Row, withheld_at
from morgue.authority.files import NO_FILE, Filed, Reader
from morgue.authority.near import did_you_mean
from morgue.authority.sidecar import CAPTURES_CSV, SIDECAR_SUFFIX, Sidecar, describes_captures
from morgue.authority.table import MAX_BYTES

_FEW = 300
"""In a larger folder no near name is looked for: thousands of sidecars may have lost their captures at once."""

_SNAPSHOT = re.compile(r"\d{9,}(?:\.\d+)?")
"""The folders of ArchiveBox that are captures: named by a second."""


@dataclass(frozen=True, slots=True)
class CaptureFolders:
    """Sidecars and rows by the path of what they speak of, in its resolved folder; sidecars of what is gone."""

    sidecars: dict[Path, Filed[Sidecar]] = field(default_factory=dict)
    rows: dict[Path, dict[str, CsvRow]] = field(default_factory=dict)
    """By what they name in the file, too."""
    gone: list[Filed[Sidecar]] = field(default_factory=list)

    @property
    def filed(self) -> Iterator[Filed[Sidecar]]:
        """Yield all that is said, wherever it is written."""
        yield from self.sidecars.values()
        yield from self.gone
        yield from (row.filed for rows in self.rows.values() for row in rows.values())

    @property
    def looked_up(self) -> dict[Path, tuple[Row, ...]]:
        """Return the rows as they are looked up."""
        return {path: tuple(row.row for row in rows.values()) for path, rows in self.rows.items()}

    @property
    def withheld(self) -> tuple[Sidecar, ...]:
        """Return what is withheld at a URL that is written down, in an order of its own."""
        said = [(filed.entry, "") for filed in (*self.sidecars.values(), *self.gone)]
        said += [(row.filed.entry, row.member) for rows in self.rows.values() for row in rows.values()]
        at = ((withheld_at(*each), each[0]) for each in said)
        found = {entry.model_copy(update={"url": url}) for url, entry in at if url}
        return tuple(sorted(found, key=lambda entry: entry.model_dump_json()))


def read_capture_folders(reader: Reader, folders: Sequence[Path]) -> CaptureFolders:
    """Return what is said of the captures in some folders and all that are below them."""
    found, below = CaptureFolders(), _files_below(folders)
    for folder, names in sorted(below.items()):
        _read_sidecars(reader, folder, names, found)
        for name in sorted(names):
            if name.endswith(".meta.yaml"):
                reader.add(folder / name, 1, f"is not read; a sidecar ends in {SIDECAR_SUFFIX}")
        if CAPTURES_CSV in names:
            for row in read_captures_csv(reader, folder, _captures_in(folder, below)):
                _file(reader, folder, row, found)
    return found


def read_captures_csv(reader: Reader, folder: Path, captures: Iterable[str]) -> list[CsvRow]:
    """Return the rows of a folder's ``captures.csv``; ``captures`` are the files that they may name."""
    path = folder / CAPTURES_CSV
    if path.exists() and not path.is_file():
        reader.add(path, 1, NO_FILE)
        return []
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reader.add(path, 1, f"cannot be read: {error.strerror}")
        return []
    read = CapturesCsv(reader.named(path), data, frozenset(captures))
    reader.problems += read.problems
    return read.rows


def captures_below(folder: Path) -> Iterator[str]:
    """Yield the files that a folder's ``captures.csv`` may name, from the folder on."""
    return _captures_in(folder, _files_below([folder]))


def _read_sidecars(reader: Reader, folder: Path, names: set[str], found: CaptureFolders) -> None:
    captures = frozenset(name for name in names if not describes_captures(name))
    for name in sorted(name for name in names if name.endswith(SIDECAR_SUFFIX)):
        path, capture = folder / name, name.removesuffix(SIDECAR_SUFFIX)
        if capture in captures:
            if filed := reader.file(path, Sidecar):
                found.sidecars[folder.resolve() / capture] = filed
            continue
        known = len(reader.problems)
        filed = reader.file(path, Sidecar)
        if filed and withheld_at(filed.entry):
            found.gone.append(filed)
        elif len(reader.problems) == known:
            near = did_you_mean(capture, captures if len(captures) <= _FEW else ())
            if capture.partition("#")[0] in captures:
                near = f" beside it; one capture in a file is described by a row of {CAPTURES_CSV}"
            gone = NEEDS_URL if filed and filed.entry.withheld else ""
            reader.add(path, 1, f"there is no capture {capture}{near}{gone}")


def _file(reader: Reader, folder: Path, row: CsvRow, found: CaptureFolders) -> None:
    """File a row under what it speaks of, unless one of another folder's does."""
    said = found.rows.setdefault(folder.resolve() / row.path, {})
    other = said.setdefault(row.member, row)
    if other is not row:
        line, place = row.filed.source.line_of(()), other.filed.place_of(())
        reader.add(folder / CAPTURES_CSV, line, f"capture: {row.path} stands in {place} too; leave it in one")


def _captures_in(folder: Path, below: Mapping[Path, set[str]]) -> Iterator[str]:
    """Yield the captures below a folder, with forward slashes from it on."""
    for other, names in below.items():
        if other == folder or str(other).startswith(f"{folder}{os.sep}"):
            inside = other.relative_to(folder)
            yield from ((inside / name).as_posix() for name in names if not describes_captures(name))


def _files_below(folders: Sequence[Path]) -> dict[Path, set[str]]:
    """Return the names of the files in some folders and all that are below them, by folder; each folder once."""
    found: dict[Path, set[str]] = {}
    seen: set[Path] = set()
    for folder in folders:
        for parent, inner, names in os.walk(folder):
            place = Path(parent).resolve()
            if place not in seen:
                seen.add(place)
                found[Path(parent)] = {*names, *filter(_SNAPSHOT.fullmatch, inner)}
    return found
