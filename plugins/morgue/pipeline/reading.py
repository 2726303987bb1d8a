"""Files are read capture by capture; what archivists said of them that proves wrong is told once all are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from morgue.address import address_of
from morgue.authority import Authority, AuthorityErrors, Problem
from morgue.authority.described import Described
from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, open_captures
from morgue.limits import Limits
from morgue.model import Capture, Failure, Record
from morgue.pipeline.deadline import TookTooLong, deadline
from morgue.workspace import Workspace

_LARGE = 500_000
"""Bytes for one page more: packed pages of a WARC take less, but what hangs on it is whether workers start."""

_MOST_TOLD = 1000
"""Parts of one file that cannot be read and are told one by one."""

_UNPLACED = "it is withheld and cannot be read, so that its address is not known: write its url beside withheld"


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """One file to be read, and what is said of it."""

    path: Path
    origin: str
    described: Described


def capture_files(paths: Iterable[Path], workspace: Workspace) -> list[CaptureFile]:
    """Return paths with their origins and what is said of them."""
    found: list[CaptureFile] = []
    for parent, inside in groupby(paths, key=attrgetter("parent")):
        folder = workspace.folder(parent)
        found += [CaptureFile(path, folder.origin(path), folder.described(path)) for path in inside]
    return found


def expected(files: Iterable[CaptureFile]) -> int:
    """Return about how many captures are in files: one, but in those that are larger than a page is."""
    return sum(1 + _size(file.path) // _LARGE for file in files)


class Reading:
    """One reading of files: ``captures`` are what they hold; ``note`` what became of each, then ``check``."""

    def __init__(self, files: Sequence[CaptureFile], authority: Authority, limits: Limits) -> None:
        """Take the files, what archivists wrote, and how much may be read."""
        self._files = files
        self._limits = limits
        self._placed = {address_of(said.url, "") for said in authority.withheld}
        self._unplaced: set[str] = set()
        self._problems: list[Problem] = []

    def captures(self) -> Iterator[Capture | Failure]:
        """Yield the captures; what cannot be opened is a Failure with its reason, behind what came before it."""
        for file in self._files:
            for capture in _opened(file, self._limits):
                if isinstance(capture, Failure):
                    member = capture.origin.removeprefix(file.origin).removeprefix("#")
                    self._place(capture.origin, file.described.failed(member), None)
                else:
                    self._place(capture.origin, capture.sidecar, capture.url)
                yield capture

    def _place(self, origin: str, said: Sidecar, url: str | None) -> None:
        """Note what is withheld where nobody wrote down at which address: only its page may tell that."""
        if said.withheld and not said.url and not (url and address_of(url, "") in self._placed):
            self._unplaced.add(origin)

    def note(self, outcome: Record | Failure) -> None:
        """Note what became of a capture."""
        if isinstance(outcome, Failure) and outcome.origin in self._unplaced:
            self._problems.append(Problem(outcome.origin, 1, _UNPLACED))

    def check(self) -> None:
        """Raise AuthorityErrors where rows of a ``captures.csv`` name what the files do not hold.

        Likewise where what is withheld cannot be read: another capture of its address might be shown.
        """
        problems = [*self._problems, *(problem for file in self._files for problem in file.described.unmet())]
        if problems:
            raise AuthorityErrors(problems)


def _opened(file: CaptureFile, limits: Limits) -> Iterator[Capture | Failure]:
    """Yield what a file holds, each in its time; of parts that cannot be read without end the others as a number."""
    failures = 0
    for found in _timed(file, limits):
        failures += isinstance(found, Failure)
        if failures <= _MOST_TOLD or isinstance(found, Capture):
            yield found
    if failures > _MOST_TOLD:
        yield Failure(file.origin, f"{failures - _MOST_TOLD} more of its parts cannot be read; save the file anew")


def _timed(file: CaptureFile, limits: Limits) -> Iterator[Capture | Failure]:
    try:
        captures = open_captures(file.path, file.origin, file.described.of, limits)
        while True:
            with deadline(limits.seconds):
                found = next(captures, None)
            if found is None:
                return
            yield found
    except TookTooLong as error:
        yield Failure(file.origin, f"{error}: what stands behind this in the file is not read", passing=True)
    except CaptureError as error:
        yield Failure(file.origin, str(error))
    except Exception as error:  # noqa: BLE001  one file must stop no archive
        reason = f"reading the file failed ({type(error).__name__}: {error}); report the file"
        yield Failure(file.origin, reason, passing=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is told when it is read
