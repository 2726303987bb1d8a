"""Another machine: ten years on, and its folders list their files backwards. Python imports this as it starts."""

import datetime as dt
import os
import time

AHEAD = 10 * 365 * 24 * 3600

_time, _listdir, _scandir = time.time, os.listdir, os.scandir


class _Later(dt.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + dt.timedelta(seconds=AHEAD)

    @classmethod
    def utcnow(cls):
        return super().now(dt.UTC).replace(tzinfo=None) + dt.timedelta(seconds=AHEAD)


class _Backwards:
    def __init__(self, entries):
        self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        """Do nothing: all entries have been read."""


time.time = lambda: _time() + AHEAD
dt.datetime = _Later
os.listdir = lambda *path: sorted(_listdir(*path), reverse=True)
os.scandir = lambda *path: _Backwards(_scandir(*path))
