"""Runs the per-capture rooms over every capture, here or in other processes, and hands the outcome on in order."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, find_captures, open_captures
from morgue.cleaning import clean, emptied, unmatched_keep
from morgue.collation import collate
from morgue.extraction import ExtractionError, extract, with_outlet
from morgue.indexing import Indexer
from morgue.model import Archive, Capture, Failure, Record
from morgue.settings import Settings
from morgue.workspace import Workspace

_BATCH = 8
"""Files handed to a worker at once: sending them costs nothing then, and no worker waits long at the end."""

Outcome = Record | Failure


@dataclass(frozen=True, slots=True)
class CaptureFile:
    """One file to be read and what is said of it."""

    path: Path
    origin: str
    sidecar: Sidecar


class Rooms:
    """The per-capture rooms, furnished once a process."""

    def __init__(self, authority: Authority, settings: Settings) -> None:
        self._indexer = Indexer(authority)
        self._outlets = authority.outlets
        self._max_bytes = settings.max_bytes

    def read(self, file: CaptureFile) -> list[Outcome]:
        """Return what becomes of every capture in a file; what cannot be read becomes a Failure with its reason."""
        outcomes: list[Outcome] = []
        try:
            for capture in open_captures(file.path, file.origin, file.sidecar, self._max_bytes):
                outcomes.append(self.record(capture))  # noqa: PERF401  what came before a fault is kept
        except CaptureError as error:
            outcomes.append(Failure(file.origin, str(error)))
        return outcomes

    def record(self, capture: Capture) -> Outcome:
        """Return the record of one capture, or why there is none."""
        try:
            clipping = with_outlet(extract(capture, self._outlets), self._outlets)
        except ExtractionError as error:
            return Failure(capture.origin, str(error))
        mask = clean(clipping, self._outlets)
        clipping = replace(clipping, refused=emptied(clipping, mask) or clipping.refused)
        record = self._indexer.index(clipping, mask)
        stale = unmatched_keep(clipping, self._outlets)
        if not stale:
            return record
        return replace(record, warnings=tuple(f"keep: nothing was removed that is {entry!r}" for entry in stale))


_rooms: Rooms | None = None
"""This worker process's rooms; set once by the executor's initializer."""


def _furnish(authority: Authority, settings: Settings) -> None:
    global _rooms  # noqa: PLW0603  an executor's initializer has no other place to leave what its tasks need
    _rooms = Rooms(authority, settings)


def _read_in_worker(file: CaptureFile) -> list[Outcome]:
    if _rooms is None:
        raise RuntimeError("the executor was made without pipeline.executor_for")
    return _rooms.read(file)


def processes(workers: int, initializer: Callable[..., None] | None = None, *arguments: Any) -> ProcessPoolExecutor:
    """Return an executor of that many processes, one a core for 0.

    They are spawned, not forked: the parent may hold threads (Pelican's progress display does).
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers or os.cpu_count() or 1, context, initializer, arguments)


@contextmanager
def executor_for(workspace: Workspace, files: int) -> Iterator[Executor | None]:
    """Give an executor whose processes hold the workspace's rooms, or None where this process alone is as quick."""
    settings = workspace.settings
    workers = min(settings.workers or os.cpu_count() or 1, files // _BATCH)
    if workers < 2:
        yield None
        return
    with processes(workers, _furnish, workspace.authority, settings) as executor:
        yield executor


def process(
    files: Sequence[CaptureFile], workspace: Workspace, executor: Executor | None = None
) -> Iterator[list[Outcome]]:
    """Return the outcomes of each file's captures, in the order of the files."""
    if executor:
        return executor.map(_read_in_worker, files, chunksize=_BATCH)
    return map(Rooms(workspace.authority, workspace.settings).read, files)


def capture_files(paths: Iterable[Path], workspace: Workspace) -> list[CaptureFile]:
    """Return paths with their origins and sidecars."""
    return [CaptureFile(path, workspace.origin(path), workspace.sidecar(path)) for path in paths]


def run_archive(
    workspace: Workspace, track: Callable[[Iterator[list[Outcome]], int], Iterable[list[Outcome]]]
) -> Archive:
    """Return the collated archive of every capture in the workspace.

    ``track`` is handed the outcomes of each file and the number of files, and passes them on: a progress display.
    """
    files = capture_files(find_captures(workspace.capture_folders), workspace)
    records: list[Record] = []
    failures: list[Failure] = []
    with executor_for(workspace, len(files)) as executor:
        for outcome in chain.from_iterable(track(process(files, workspace, executor), len(files))):
            if isinstance(outcome, Record):
                records.append(outcome)
            else:
                failures.append(outcome)
    return collate(records, failures, workspace.authority, workspace.settings)
