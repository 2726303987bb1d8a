"""Commands that hear Ctrl-C, for the tests that interrupt them."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heard() -> Iterator[None]:
    """Let processes begun in a block hear SIGINT, however these tests were begun.

    What a script runs behind ``&`` ignores it, with all that it begins: such a command is not meant to stop.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
