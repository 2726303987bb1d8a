"""One run: each thing that is to be added is, or its failure says why not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from morgue.acquisition.acquirer import Acquirer
from morgue.acquisition.errors import AcquisitionError
from morgue.acquisition.files import left_behind
from morgue.acquisition.journal import Journal
from morgue.model import Failure


@dataclass(frozen=True, slots=True)
class Added:
    """Something that stands in the archive: where, unless it was passed over; ``new`` where this run put it there.

    ``note`` says what belongs to it and was not taken in.
    """

    path: Path | None
    new: bool
    note: str = ""


def run(
    acquirer: Acquirer, whats: Iterable[str | Path | Failure], journal: Journal | None = None, *, only_new: bool = False
) -> Iterator[Added | Failure]:
    """Add one after another, and yield what became of each; a failure is passed on.

    A text is an address, whoever wrote it, and only a Path a file of this machine. Passed over is an address in the
    journal, and with ``only_new`` one that was captured before. Raise StorageError.
    """
    for what in whats:
        if isinstance(what, Failure):
            yield what
            continue
        try:
            if isinstance(what, Path):
                yield Added(*acquirer.add_file(what), left_behind(what))
            elif (journal and what in journal.done) or (only_new and acquirer.has(what)):
                yield Added(None, new=False)
            else:
                path = acquirer.add_url(what)
                if journal:
                    journal.add(what)
                yield Added(path, new=True)
        except AcquisitionError as error:
            yield Failure(str(what), str(error))
