"""One worker: a process, and the pipe by which it is asked."""

import multiprocessing
import os
import pickle
import threading
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any


class DiedError(Exception):
    """A process that ended before it gave an answer."""


class Process:
    """One process and the pipe to it."""

    def __init__(self, first: bytes) -> None:
        """Start it; ``first`` is a pickled call that comes before any other, or empty."""
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        with theirs:  # once ours is closed here, its death is the end of the pipe
            self._process = context.Process(target=_work, args=(theirs,), daemon=True)
            self._process.start()
        self._first = first

    def ask(self, call: bytes) -> Any:
        """Return the outcome of a pickled call, or raise what it raises; DiedError where the process dies."""
        if self._first:
            self._first, first = b"", self._first
            try:
                self.ask(first)
            except Exception:
                self._first = first  # whatever is asked next must not go without it
                raise
        try:
            self._pipe.send_bytes(call)
            answer = self._pipe.recv_bytes()
        except (EOFError, OSError) as error:
            raise DiedError from error
        done, outcome = pickle.loads(answer)  # noqa: S301  written by our own process
        if not done:
            raise outcome
        return outcome

    def kill(self) -> None:
        """Stop it where it is; whoever waits for its answer is told so by the end of the pipe."""
        self._process.kill()

    def end(self) -> None:
        """Let it end, and wait for that."""
        self._pipe.close()
        self._process.join()


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
