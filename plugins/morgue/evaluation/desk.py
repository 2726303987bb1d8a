"""Where a process of an evaluation has pages extracted and cleaned, or finds that they are."""

from pathlib import Path
from time import thread_time

from morgue.authority.entries import Authority
from morgue.cache import Cache
from morgue.model import Capture, Failure
from morgue.pipeline import DICTIONARY, Cleaned, Results, Rooms


class Desk:
    """The rooms and, where a cache is kept, the results of earlier runs."""

    def __init__(self, cache: Cache | None = None) -> None:
        """Take the cache."""
        self._rooms = Rooms(Authority())
        self._results = Results(cache, Authority())

    def cleaned(self, capture: Capture) -> tuple[Cleaned | Failure, float | None]:
        """Return a capture extracted and cleaned, and the processor time that took: None where it was kept."""
        known = self._results.cleaned(capture)
        if known:
            return known, None
        start = thread_time()
        cleaned = self._rooms.clean(capture)
        seconds = thread_time() - start
        self._results.keep(capture, cleaned)
        self._results.flush()  # a process of an executor is not told when its work is done
        return cleaned, seconds


_desk: Desk | None = None
"""This process's."""


def furnish(cache: Path, limit: int) -> None:
    """Give this process's desk the cache in a folder, of at most so many bytes; none for 0."""
    global _desk  # noqa: PLW0603  an executor's initializer has no other place to leave what its tasks need
    _desk = Desk(Cache(cache, limit, lasting=DICTIONARY) if limit else None)


def cleaned(capture: Capture) -> tuple[Cleaned | Failure, float | None]:
    """Return a capture extracted and cleaned at this process's desk, and the processor time that took."""
    global _desk  # noqa: PLW0603  likewise
    _desk = _desk or Desk()
    return _desk.cleaned(capture)
