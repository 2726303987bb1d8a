"""A content-addressed store on disk: bytes under a key, in SQLite. Losing it costs time and never a result.

Whatever is wrong with it is mended by throwing it away (corrupt, cut off, another program's, another format's) or by
doing without (read-only, no room left, locked for long); ``warn`` is told once, in words for a maintainer.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from morgue.cache.database import check, connect, is_in_the_way, shrink, size_of, transaction

FOLDER = ".morgue-cache"
KEY_BYTES = 16

_SUM_BYTES = 8
_BATCH = 64
"""Values written together; what is not written yet is lost with a process that is killed."""
_LEFT = 0.9
"""Of its limit that a full cache is brought down to."""


@dataclass(frozen=True, slots=True)
class CacheStats:
    """Number and bytes of the values, by the first byte of their keys; ``size`` is the file's, in bytes."""

    entries: dict[bytes, tuple[int, int]]
    size: int


class Cache:
    """The store of one archive, open until ``close``; several processes may have it open."""

    def __init__(
        self, folder: Path, limit: int, warn: Callable[[str], None] = lambda _: None, lasting: bytes = b""
    ) -> None:
        """Open the cache in a folder, which is made; ``limit`` is the most bytes that its file may have.

        ``lasting`` is the first byte of the keys of what the rest cannot be read without: it goes last.
        """
        self._path = folder / "cache.sqlite"
        self._limit = limit
        self._warn = warn
        self._lasting = lasting
        self._pending: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._run = 1
        self._database: sqlite3.Connection | None = None
        self._writable = True
        with self._guarded():
            self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, key: bytes) -> bytes | None:
        """Return what was put under a key, or None."""
        if key in self._pending:
            return self._pending[key]
        row = None
        with self._guarded() as database:
            if database:
                row = database.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
        if row is None or _sum(key, row[0][_SUM_BYTES:]) != row[0][:_SUM_BYTES]:
            return None
        self._used.add(key)
        if len(self._used) >= _BATCH * _BATCH:
            self.flush()
        value: bytes = row[0][_SUM_BYTES:]
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value under a key of KEY_BYTES bytes, in place of any other."""
        self._pending[key] = value
        if len(self._pending) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is not written yet; what an interrupt breaks off waits for the next time."""
        rows = [(key, self._run, _sum(key, value) + value) for key, value in self._pending.items()]
        used = [(self._run, key) for key in self._used]
        with self._guarded() as database:
            if database and self._writable and (rows or used):
                with transaction(database):
                    database.executemany("INSERT OR REPLACE INTO entry (key, used, value) VALUES (?, ?, ?)", rows)
                    database.executemany("UPDATE entry SET used = ? WHERE key = ?", used)
                if rows and size_of(database) > self._limit:
                    shrink(database, int(self._limit * _LEFT), self._lasting)
        self._pending, self._used = {}, set()

    def close(self) -> None:
        """Write what is not written yet, and let go of the file."""
        self.flush()
        self._let_go()

    def prune(self, limit: int) -> None:
        """Bring the file down to a number of bytes: what was not used for longest goes first."""
        self.flush()
        with self._guarded() as database:
            if database and self._writable:
                shrink(database, limit, self._lasting)

    def stats(self) -> CacheStats:
        """Return how much is in it."""
        with self._guarded() as database:
            if database:
                counted = "SELECT substr(key, 1, 1), count(*), sum(length(value)) FROM entry GROUP BY 1 ORDER BY 1"
                return CacheStats({kind: (n, size) for kind, n, size in database.execute(counted)}, size_of(database))
        return CacheStats({}, 0)

    def _open(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._database = connect(self._path)
        except (sqlite3.OperationalError, OSError) as error:
            if not is_in_the_way(error) or not self._path.exists():
                raise
            self._writable = False
            self._database = sqlite3.connect(f"{self._path.resolve().as_uri()}?immutable=1", uri=True)
            check(self._database)
            self._warn(f"{self._path} cannot be written ({error}): it is read only, and new results are not kept")
        self._run = self._database.execute("SELECT coalesce(max(used), 0) + 1 FROM entry").fetchone()[0]

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection | None]:
        """Give the open database or None; after a fault go on with an empty one, or without any."""
        try:
            yield self._database
        except (sqlite3.Error, OSError) as error:
            self._let_go()
            if is_in_the_way(error) or not self._writable:
                self._warn(f"{self._path} cannot be used ({error}): going on without a cache")
                return
            self._warn(f"{self._path} is no sound cache ({error}): beginning a new one")
            try:
                remove(self._path.parent)
                self._open()
            except (sqlite3.Error, OSError) as again:
                self._let_go()
                self._warn(f"{self._path} cannot be made anew ({again}): going on without a cache")

    def _let_go(self) -> None:
        database, self._database = self._database, None
        if database:
            with suppress(sqlite3.Error):
                database.close()


def remove(folder: Path) -> None:
    """Delete the cache in a folder; a build that has it open goes on with what it has."""
    for ending in ("-wal", "-shm", ""):  # in this order what another build opens meanwhile is whole
        (folder / f"cache.sqlite{ending}").unlink(missing_ok=True)


def _sum(key: bytes, value: bytes) -> bytes:
    """Return what tells a value from one that a disk, or a hand, has changed."""
    return hashlib.blake2b(value, digest_size=_SUM_BYTES, key=key).digest()
