"""What a worker is sent, does and sends home."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace

from morgue.authority.entries import Authority
from morgue.limits import Limits
from morgue.model import Capture, Failure
from morgue.pipeline.deadline import PATIENCE, end_of_process
from morgue.pipeline.keys import Keys
from morgue.pipeline.packing import pack
from morgue.pipeline.places import NOWHERE, Place, Places
from morgue.pipeline.results import found_in, kept
from morgue.pipeline.rooms import Cleaned, Rooms

Task = Capture | Cleaned
"""A capture to be extracted, cleaned and indexed, or a clipping that needs to be indexed alone."""


@dataclass(frozen=True, slots=True)
class Done:
    """The packed results of a task, and where to keep them, which is found where the work is done: by the same code.

    ``cleaned`` is empty where the task was a clipping already; ``place`` is NOWHERE where nothing could be extracted,
    and where nothing is kept.
    """

    cleaned_key: bytes
    cleaned: bytes
    place: Place = NOWHERE
    found: bytes = b""


class Worker:
    """The rooms, and where what they make is kept."""

    def __init__(self, authority: Authority, limits: Limits, model: str) -> None:
        """Take what the archivists wrote, how much of a page is read, and a user's own model of names, if any."""
        self._rooms = Rooms(authority, limits, model)
        self._keys = Keys(authority, limits)
        self._places = Places(authority, model)
        self._patience = PATIENCE * limits.seconds

    def do(self, task: Task, dictionary: bytes | None) -> Done | Failure:
        """Return what becomes of a task; a Failure that another try may mend is not packed.

        Where it takes far longer than it may, as in a library that hears no signal, the process ends.
        """
        with end_of_process(self._patience):
            return self._done(task, dictionary)

    def _done(self, task: Task, dictionary: bytes | None) -> Done | Failure:
        if isinstance(task, Cleaned):
            return self._indexed(task, Done(b"", b""), dictionary)
        cleaned = self._rooms.clean(task)
        if isinstance(cleaned, Failure) and cleaned.passing:
            return cleaned
        done = Done(self._keys.cleaned(task), pack(kept(cleaned, self._keys), dictionary))
        return done if isinstance(cleaned, Failure) else self._indexed(cleaned, done, dictionary)

    def _indexed(self, cleaned: Cleaned, done: Done, dictionary: bytes | None) -> Done | Failure:
        record = self._rooms.index(cleaned)
        if isinstance(record, Failure):
            return record
        place = NOWHERE if dictionary is None else self._places.made(cleaned)
        return replace(done, place=place, found=pack(found_in(record), dictionary))


_worker: Worker | None = None
"""This process's; set once by the executor's initializer."""


def furnish(authority: Authority, limits: Limits, model: str = "") -> None:
    """Make this process a worker under these authority files and limits, with a user's own model of names, if any."""
    global _worker  # noqa: PLW0603  an executor's initializer has no other place to leave what its tasks need
    _worker = Worker(authority, limits, model)
    gc.freeze()  # what is loaded stays: it need not be gone through for what is left over


def do_all(tasks: Sequence[Task], dictionary: bytes | None) -> list[Done | Failure]:
    """Do several tasks in a process that was furnished, and pack what comes of them by a dictionary.

    None for a dictionary says that nothing of it is kept.
    """
    if _worker is None:
        raise RuntimeError("the executor was made without work.furnish")
    return [_worker.do(task, dictionary) for task in tasks]
