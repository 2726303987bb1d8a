"""Workers for which some pages are the end."""

import hashlib
import os
import signal

from morgue.pipeline import work
from morgue.pipeline.deadline import end_of_process
from morgue.pipeline.rooms import Rooms

_clean = Rooms.clean


def _clean_or_die(self, capture):
    if b"deadly" in capture.payload:
        os.kill(os.getpid(), signal.SIGKILL)
    return _clean(self, capture)


def furnish(authority, limits):
    """Make this process a worker that some pages kill."""
    Rooms.clean = _clean_or_die
    work.furnish(authority, limits)


def hear_nothing():
    """Be in a library that no signal reaches, for longer than is allowed."""
    with end_of_process(0.2):
        hashlib.pbkdf2_hmac("sha512", b"", b"", 1_000_000_000)
