"""Processes that work for one run: an executor whose dead are replaced, and which leaves no process behind."""

import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

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
        self.count = count or os.cpu_count() or 1
        self._first = pickle.dumps((initializer, arguments, {})) if initializer else b""
        self._tasks: SimpleQueue[tuple[Future[Any], _Call] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._processes: set[SpawnProcess] = set()
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
        process: _Process | None = None
        while waiting := self._tasks.get():
            future, call = waiting
            if not future.set_running_or_notify_cancel():
                continue
            try:
                process = process or _Process(self._processes, self._first)
                if self._stopped:
                    process.stop()
                future.set_result(process.ask(pickle.dumps(call)))
            except (EOFError, OSError) as error:
                if process:
                    process.stop()
                process = None
                broken = BrokenExecutor("the process that did it died")
                broken.__cause__ = error
                future.set_exception(broken)
            except Exception as error:  # noqa: BLE001  the task's own
                future.set_exception(error)
        if process:
            process.end()


class _Process:
    """One process and the pipe to it."""

    def __init__(self, alive: set[SpawnProcess], first: bytes) -> None:
        context = multiprocessing.get_context("spawn")
        self._alive = alive
        self._pipe, theirs = context.Pipe()
        with theirs:  # once ours is closed here, its death is the end of the pipe
            self._process = context.Process(target=_work, args=(theirs,), daemon=True)
            self._process.start()
        alive.add(self._process)
        self._first = first

    def ask(self, call: bytes) -> Any:
        """Return the outcome of a pickled call, or raise what it raises; EOFError or OSError where the process dies."""
        if self._first:
            self._first, first = b"", self._first
            try:
                self.ask(first)
            except Exception:
                self._first = first  # whatever is asked next must not go without it
                raise
        self._pipe.send_bytes(call)
        done, outcome = pickle.loads(self._pipe.recv_bytes())  # noqa: S301  written by our own process
        if not done:
            raise outcome
        return outcome

    def stop(self) -> None:
        """Stop it where it is."""
        self._process.kill()
        self.end()

    def end(self) -> None:
        """Let it end, and wait for that."""
        self._pipe.close()
        self._process.join()
        self._alive.discard(self._process)


def _work(pipe: Connection) -> None:
    """Be a worker: do what is asked for until nothing more can be. It ends with its parent, however that ends."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))


def _answer(call: bytes) -> bytes:
    try:
        task, arguments, named = pickle.loads(call)  # noqa: S301  written by the parent
        return pickle.dumps((True, task(*arguments, **named)))
    except Exception as error:  # noqa: BLE001  its caller's to judge
        error.add_note(traceback.format_exc())
        return pickle.dumps((False, error))


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
