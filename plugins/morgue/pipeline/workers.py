"""Processes that work for one run: an executor whose dead are replaced, and which leaves no process behind."""

import os
import pickle
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from multiprocessing import resource_tracker
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

from morgue.pipeline.process import DiedError, Process

Parameters = ParamSpec("Parameters")
Outcome = TypeVar("Outcome")

_Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class Workers(Executor):
    """An executor of that many processes, one a core for 0.

    They are spawned, not forked: the parent may hold threads (Pelican's progress display does). Where one dies, its
    task is broken (``BrokenExecutor``), and the next one finds a new process. They do not hear Ctrl-C: their parent
    does. When it leaves the ``with`` block by an error or an interrupt they are stopped where they are.

    Each has a thread and a pipe of its own. Those of ``ProcessPoolExecutor`` share two pipes, and where one is killed
    over a message as large as ours the parent waits for ever, on every way out (of Python before 3.11.5 always).
    """

    def __init__(self, count: int = 0, initializer: Callable[..., None] | None = None, *arguments: Any) -> None:
        self.count = count or cores()
        self._first = pickle.dumps((initializer, arguments, {})) if initializer else b""
        self._tasks: SimpleQueue[tuple[Future[Any], _Call] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: set[Process] = set()
        self._stopped = False

    def submit(
        self, task: Callable[Parameters, Outcome], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Outcome]:
        """Have a task done by one of the processes."""
        future: Future[Outcome] = Future()
        self._tasks.put((future, (task, args, kwargs)))
        if len(self._threads) < self.count:
            resource_tracker.ensure_running()  # a thread that begins it hears Ctrl-C again
            thread = threading.Thread(target=self._serve, daemon=True)
            thread.start()
            self._threads.append(thread)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  Executor's
        """Let the processes end, as any executor does."""
        with suppress(Empty):
            while cancel_futures:
                if waiting := self._tasks.get_nowait():
                    waiting[0].cancel()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads if wait else ():
            thread.join()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind:
            self._stopped = True
            for process in tuple(self._processes):
                process.kill()
        self.shutdown(wait=True, cancel_futures=True)

    def _serve(self) -> None:
        """Have one process after another do what waits, until nothing more will."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # processes inherit it
        process: Process | None = None
        while waiting := self._tasks.get():
            future, call = waiting
            if not future.set_running_or_notify_cancel():
                continue
            try:
                process = process or self._begun()
                future.set_result(process.ask(pickle.dumps(call)))
            except DiedError as error:
                if process:
                    process.kill()
                self._end(process)
                process = None
                broken = BrokenExecutor("the process that did it died")
                broken.__cause__ = error
                future.set_exception(broken)
            except Exception as error:  # noqa: BLE001  the task's own
                future.set_exception(error)
        self._end(process)

    def _begun(self) -> Process:
        process = Process(self._first)
        self._processes.add(process)
        if self._stopped:
            process.kill()
        return process

    def _end(self, process: Process | None) -> None:
        if process:
            process.end()
            self._processes.discard(process)


def cores() -> int:
    """Return how many processes may run at once: what this one may use, which in a container is less than there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
