"""Processes that work for one run: an executor whose dead are replaced, and which leaves no process behind."""

import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Outcome = TypeVar("Outcome")


class Workers(Executor):
    """An executor of that many processes, one a core for 0.

    They are spawned, not forked: the parent may hold threads (Pelican's progress display does). Where one dies, every
    task under way is broken (``BrokenExecutor``), and the next one finds new processes. They do not hear Ctrl-C: their
    parent does. When it leaves the ``with`` block by an error or an interrupt they are stopped where they are.
    """

    def __init__(self, count: int = 0, initializer: Callable[..., None] | None = None, *arguments: Any) -> None:
        self.count = count or os.cpu_count() or 1
        # By way of a file: what is handed to a process as it starts keeps the next one waiting until it has read it.
        self._folder = TemporaryDirectory(prefix="morgue-")
        self._first = Path(self._folder.name) / "first"
        self._first.write_bytes(pickle.dumps((initializer, arguments)))
        self._children: set[multiprocessing.process.BaseProcess] = set()
        self._pool = self._new_pool()

    def submit(
        self, task: Callable[Parameters, Outcome], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Outcome]:
        """Have a task done by one of the processes."""
        others = set(multiprocessing.active_children()) - self._children
        with _interrupts_held():  # a process inherits that, so that Ctrl-C is its parent's alone
            try:
                future = self._pool.submit(task, *args, **kwargs)
            except BrokenProcessPool:
                self._pool = self._new_pool()
                future = self._pool.submit(task, *args, **kwargs)
        self._children = set(multiprocessing.active_children()) - others
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002  Executor's
        """Let the processes end, as any executor does."""
        self._pool.shutdown(wait, cancel_futures=cancel_futures)
        self._folder.cleanup()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind:
            for child in self._children:
                child.kill()
        self.shutdown(wait=True, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.count, context, _begin, (self._first,))


def _begin(first: Path) -> None:
    """Begin a worker's life with what is to be done first: it ends with its parent's, however that ends."""
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    initializer, arguments = pickle.loads(first.read_bytes())  # noqa: S301  written by the parent
    if initializer:
        initializer(*arguments)


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
