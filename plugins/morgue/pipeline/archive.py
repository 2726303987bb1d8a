"""The captures of an archive, or of a command's paths, taken through the rooms with all that the settings give."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from morgue.authority import AuthorityErrors, Problem
from morgue.authority.described import Described
from morgue.cache import FOLDER, Cache
from morgue.capture import CaptureError, find_captures, open_captures
from morgue.collation import collate
from morgue.limits import Limits
from morgue.model import Archive, Capture, Failure, Record
from morgue.pipeline.results import Results
from morgue.pipeline.run import BATCH, Outcome, Run
from morgue.pipeline.work import furnish
from morgue.pipeline.workers import Workers, cores
from morgue.workspace import Workspace

Warn = Callable[[str], None]

_LARGE = 500_000
"""Bytes for one page more: packed pages of a WARC take less, but what hangs on it is whether workers start."""


_UNPLACED = "it is withheld and cannot be read, so that its address is not known: write its url beside withheld"


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """One file to be read, and what is said of it."""

    path: Path
    origin: str
    described: Described


def capture_files(paths: Iterable[Path], workspace: Workspace) -> list[CaptureFile]:
    """Return paths with their origins and what is said of them."""
    return [CaptureFile(path, workspace.origin(path), workspace.described(path)) for path in paths]


def captures_in(file: CaptureFile, limits: Limits, unplaced: set[str]) -> Iterator[Capture | Failure]:
    """Yield the captures in a file; what cannot be opened is a Failure with its reason, behind what came before it.

    ``unplaced`` gets the origins of those that are withheld at an address which nobody wrote down.
    """
    for capture in _opened(file, limits):
        if isinstance(capture, Failure):
            said = file.described.failed(capture.origin.removeprefix(file.origin).removeprefix("#"))
        else:
            said = capture.sidecar
        if said.withheld and not said.url:
            unplaced.add(capture.origin)
        yield capture


def _opened(file: CaptureFile, limits: Limits) -> Iterator[Capture | Failure]:
    try:
        yield from open_captures(file.path, file.origin, file.described.of, limits)
    except CaptureError as error:
        yield Failure(file.origin, str(error))
    except Exception as error:  # noqa: BLE001  one file must stop no archive
        reason = f"reading the file failed ({type(error).__name__}: {error}); report the file"
        yield Failure(file.origin, reason, passing=True)


def expected(files: Iterable[CaptureFile]) -> int:
    """Return about how many captures are in files: one, but in those that are larger than a page is."""
    return sum(1 + _size(file.path) // _LARGE for file in files)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it is told when it is read


def process(files: Sequence[CaptureFile], workspace: Workspace, cache: Cache | None) -> Generator[Outcome, None, None]:
    """Yield the outcomes of all captures in the files, in order; by workers, where they are worth their start.

    Raise AuthorityErrors behind the last, where rows of a ``captures.csv`` name what the files do not hold, and where
    what is withheld cannot be read and so might be shown by another capture.
    """
    limits = workspace.settings.limits
    unplaced: set[str] = set()
    problems: list[Problem] = []
    captures = (capture for file in files for capture in captures_in(file, limits, unplaced))
    results = Results(cache, workspace.authority, limits)
    workers = min(workspace.settings.workers or cores(), expected(files) // BATCH)
    said: dict[str, object] = {"sidecars": {}, "rows": {}, "withheld": ()}  # of each it comes with its capture
    authority = workspace.authority.model_copy(update=said)
    with Workers(workers, furnish, authority, limits) if workers > 1 else nullcontext() as executor:
        for outcome in Run(authority, results, executor, limits).outcomes(captures):
            if isinstance(outcome, Failure) and outcome.origin in unplaced:
                problems.append(Problem(outcome.origin, 1, _UNPLACED))
            yield outcome
    problems += [problem for file in files for problem in file.described.unmet()]
    if problems:
        raise AuthorityErrors(problems)


@contextmanager
def cache_of(workspace: Workspace, warn: Warn) -> Iterator[Cache | None]:
    """Give the cache of an archive; None outside of one, or where its settings want none."""
    if not workspace.in_archive or not workspace.settings.cache_bytes:
        yield None
        return
    with Cache(workspace.root / FOLDER, workspace.settings.cache_bytes, warn) as cache:
        yield cache


def run_archive(
    workspace: Workspace, track: Callable[[Iterator[Outcome], int], Iterable[Outcome]], warn: Warn
) -> Archive:
    """Return the collated archive of every capture in the workspace.

    ``track`` is handed the outcomes and how many to expect, and passes them on: a progress display. ``warn`` is told
    what is wrong with the cache.
    """
    files = capture_files(find_captures(workspace.capture_folders), workspace)
    records: list[Record] = []
    failures: list[Failure] = []
    with cache_of(workspace, warn) as cache, closing(process(files, workspace, cache)) as outcomes:
        for outcome in track(outcomes, len(files)):
            if isinstance(outcome, Record):
                records.append(outcome)
            else:
                failures.append(outcome)
    return collate(records, failures, workspace.authority, workspace.settings)
