"""Takes captures through the rooms: looked up first, else made here or by workers, and handed on in order.

Nothing grows with the number of captures: what is under way is bounded in number and in bytes.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field

from morgue.authority.entries import Authority
from morgue.limits import STANDARD, Limits
from morgue.model import Capture, Failure, Record
from morgue.pipeline.results import Results
from morgue.pipeline.rooms import Cleaned, Rooms
from morgue.pipeline.work import Done, Task, do_all

Outcome = Record | Failure


BATCH = 8
"""Tasks that a worker is sent at once: sending them costs little then, and no worker waits long at the end."""

_BATCH_BYTES = 4_000_000
_MOST_UNDER_WAY = 128
_MOST_BYTES_UNDER_WAY = 64_000_000
"""Of captures read and not handed on."""

_MOST_DEATHS = 5
"""Tasks in a row that are the death of a worker: then it is not their fault."""

_DEATH = (
    "the process that read it died: for want of memory, of time (MORGUE_MAX_SECONDS), or by a fault in a library;"
    " take the capture out, or report it"
)
_DEADLY = (
    f"the processes that read captures die, {_MOST_DEATHS} times in a row: is there memory enough? "
    "MORGUE_WORKERS=1 needs least of it"
)


class WorkersError(Exception):
    """Workers that die whatever they do."""


@dataclass(slots=True)
class _Batch:
    tasks: list[Task] = field(default_factory=list)
    bytes: int = 0
    future: Future[list[Done | Failure]] | None = None
    done: list[Done | Failure] | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A capture, without its bytes, whose task is number ``place`` of a batch; ``cleaned`` where that was known."""

    capture: Capture
    cleaned: Cleaned | None
    size: int
    batch: _Batch
    place: int


class Run:
    """One run over captures, with an executor of workers (``work.furnish``) or all in this process."""

    def __init__(
        self,
        authority: Authority,
        results: Results,
        executor: Executor | None = None,
        limits: Limits = STANDARD,
        model: str = "",
    ) -> None:
        """Take what the archivists wrote, the results of earlier runs, who works, how much of a page is read.

        ``model`` is a user's own model of names, or empty.
        """
        self._model = model
        self._authority = authority
        self._limits = limits
        self._results = results
        self._executor = executor
        self._rooms: Rooms | None = None
        self._batch = _Batch()
        self._under_way: deque[_Waiting | Outcome] = deque()
        self._deaths = 0

    def outcomes(self, captures: Iterable[Capture | Failure]) -> Iterator[Outcome]:
        """Yield what becomes of each capture, in order; what could not be opened comes as a Failure and stays one."""
        waiting = 0
        try:
            for capture in captures:
                begun = capture if isinstance(capture, Failure) else self._begun(capture)
                self._under_way.append(begun)
                waiting += begun.size if isinstance(begun, _Waiting) else 0
                while self._under_way and self._must_hand_on(waiting):
                    first = self._under_way.popleft()
                    waiting -= first.size if isinstance(first, _Waiting) else 0
                    yield self._ended(first)
            while self._under_way:
                yield self._ended(self._under_way.popleft())
        finally:
            self._keep_what_is_done()

    def _keep_what_is_done(self) -> None:
        """Keep what workers have done though nobody waits for it any more: after an interrupt."""
        for each in self._under_way:
            future = each.batch.future if isinstance(each, _Waiting) else None
            if future and future.done() and not future.cancelled() and future.exception() is None:
                self._ended(each)

    def _must_hand_on(self, waiting: int) -> bool:
        first = self._under_way[0]
        if not isinstance(first, _Waiting) or len(self._under_way) > _MOST_UNDER_WAY or waiting > _MOST_BYTES_UNDER_WAY:
            return True
        return first.batch.future is not None and first.batch.future.done()

    def _begun(self, capture: Capture) -> _Waiting | Outcome:
        """Return the outcome of a capture, or what is under way for it."""
        cleaned = self._results.cleaned(capture)
        if isinstance(cleaned, Failure):
            return cleaned
        record = self._results.record(cleaned) if cleaned else None
        if record:
            return record
        if self._executor is None:
            return self._made_here(capture, cleaned)
        batch = self._batch
        batch.tasks.append(cleaned or capture)
        size = 0 if cleaned else len(capture.payload)
        batch.bytes += size
        waiting = _Waiting(capture.without_payload(), cleaned, size, batch, len(batch.tasks) - 1)
        if len(batch.tasks) >= BATCH or batch.bytes > _BATCH_BYTES:
            self._send(batch)
        return waiting

    def _made_here(self, capture: Capture, known: Cleaned | None) -> Outcome:
        self._rooms = self._rooms or Rooms(self._authority, self._limits, self._model)
        cleaned = known
        if cleaned is None:
            made = self._rooms.clean(capture)
            self._results.keep(capture, made)
            if isinstance(made, Failure):
                return made
            cleaned = made
            record = self._results.record(cleaned)  # its text may be as it was
            if record:
                return record
        outcome = self._rooms.index(cleaned)
        if isinstance(outcome, Record):
            self._results.file(cleaned, outcome)
        return outcome

    def _send(self, batch: _Batch) -> None:
        if self._executor and batch.future is None:
            batch.future = self._executor.submit(do_all, batch.tasks, self._results.dictionary)
            self._batch = _Batch()

    def _ended(self, waiting: _Waiting | Outcome) -> Outcome:
        if not isinstance(waiting, _Waiting):
            return waiting
        capture, cleaned = waiting.capture, waiting.cleaned
        done = self._done(waiting.batch)[waiting.place]
        if isinstance(done, Failure):
            return done
        if cleaned is None:
            made = self._results.keep_cleaned(capture, done.cleaned_key, done.cleaned)
            if isinstance(made, Failure):
                return made
            cleaned = made
        return self._results.keep_found(cleaned, done.place, done.found)

    def _done(self, batch: _Batch) -> list[Done | Failure]:
        """Return what became of a batch. Where a worker died, find out over which task."""
        self._send(batch)
        if batch.done is None and batch.future:
            try:
                batch.done = batch.future.result()
                batch.tasks = []
            except BrokenExecutor:
                self._mend([batch, *(each.batch for each in self._under_way if isinstance(each, _Waiting))])
        return batch.done or []

    def _mend(self, batches: Iterable[_Batch]) -> None:
        """Do again, each task alone, what workers' deaths have broken off: for want of memory several may die."""
        broken = [
            batch
            for batch in batches
            if batch.done is None and batch.future and isinstance(batch.future.exception(), BrokenExecutor)
        ]  # exception() waits, so that nothing is under way beside what follows
        for batch in broken:
            batch.done = batch.done or [self._alone(task) for task in batch.tasks]

    def _alone(self, task: Task) -> Done | Failure:
        """Return what becomes of a task while nothing else is done: where a worker dies now, it is over this one."""
        try:
            [done] = self._executor.submit(do_all, [task], self._results.dictionary).result() if self._executor else []
        except BrokenExecutor:
            self._deaths += 1
            if self._deaths >= _MOST_DEATHS:
                raise WorkersError(_DEADLY) from None
            origin = task.origin if isinstance(task, Capture) else task.clipping.origin
            return Failure(origin, _DEATH, passing=True)
        self._deaths = 0
        return done
