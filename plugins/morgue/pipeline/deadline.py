"""How long a page may take: first it is told to stop, and where nothing hears that, its process ends."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 3
"""How many times its seconds a page has before its process ends: extraction, indexing, and a slow moment."""


class TookTooLong(BaseException):
    """The seconds are over. No Exception, so that nothing on the way takes it for a fault of its own."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TookTooLong where a block takes longer; only a main thread can, and only where there are signals."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong(f"it takes longer than {seconds:g} seconds; raise MORGUE_MAX_SECONDS, or report the page")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def end_of_process(seconds: float) -> Iterator[None]:
    """End this process, whatever holds it, where a block takes more processor time: the system does so by itself."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)  # nobody hears its signal, which is a process's end then
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
