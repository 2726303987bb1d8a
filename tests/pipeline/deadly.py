"""Workers for which some pages are the end."""

import os
import signal

from morgue.pipeline import work
from morgue.pipeline.rooms import Rooms

_clean = Rooms.clean


def _clean_or_die(self, capture):
    if b"deadly" in capture.payload:
        os.kill(os.getpid(), signal.SIGKILL)
    return _clean(self, capture)


def furnish(authority):
    """Make this process a worker that some pages kill."""
    Rooms.clean = _clean_or_die
    work.furnish(authority)
