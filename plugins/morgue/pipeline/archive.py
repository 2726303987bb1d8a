"""The captures of an archive, or of a command's paths, taken through the rooms with all that the settings give."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext

from morgue.cache import FOLDER, Cache
from morgue.capture import find_captures
from morgue.collation import collate
from morgue.model import Archive, Failure, Record
from morgue.pipeline.ahead import with_digests
from morgue.pipeline.keys import DICTIONARY
from morgue.pipeline.reading import CaptureFile, Reading, capture_files, expected
from morgue.pipeline.results import Results
from morgue.pipeline.run import BATCH, Outcome, Run
from morgue.pipeline.work import furnish
from morgue.pipeline.workers import Workers, cores
from morgue.workspace import Workspace

Warn = Callable[[str], None]


def process(files: Sequence[CaptureFile], workspace: Workspace, cache: Cache | None) -> Generator[Outcome, None, None]:
    """Yield the outcomes of all captures in the files, in order; by workers, where they are worth their start.

    Raise AuthorityErrors behind the last, where rows of a ``captures.csv`` name what the files do not hold, and where
    what is withheld cannot be read and so might be shown by another capture.
    """
    limits, model = workspace.settings.limits, workspace.settings.ner
    reading = Reading(files, workspace.authority, limits)
    results = Results(cache, workspace.authority, limits, model)
    workers = min(workspace.settings.workers or cores(), expected(files) // BATCH)
    said: dict[str, object] = {"sidecars": {}, "rows": {}, "withheld": ()}  # of each it comes with its capture
    authority = workspace.authority.model_copy(update=said)
    with Workers(workers, furnish, authority, limits, model) if workers > 1 else nullcontext() as executor:
        for outcome in Run(authority, results, executor, limits, model).outcomes(with_digests(reading.captures())):
            reading.note(outcome)
            yield outcome
    reading.check()


@contextmanager
def cache_of(workspace: Workspace, warn: Warn) -> Iterator[Cache | None]:
    """Give the cache of an archive; None outside of one, or where its settings want none."""
    if not workspace.in_archive or not workspace.settings.cache_bytes:
        yield None
        return
    with Cache(workspace.root / FOLDER, workspace.settings.cache_bytes, warn, DICTIONARY) as cache:
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
        for outcome in track(outcomes, expected(files)):
            if isinstance(outcome, Record):
                records.append(outcome)
            else:
                failures.append(outcome)
    return collate(records, failures, workspace.authority, workspace.settings)
