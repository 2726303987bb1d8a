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

FOLDER = ".morgue-cache"
KEY_BYTES = 16

_APPLICATION = 0x4D524755
"""Marks the file as ours among SQLite's."""
_FORMAT = 1
_PAGE_BYTES = 512
"""SQLite's smallest page. A value is some kilobytes; the half page that it wastes on average is little then."""
_SUM_BYTES = 8
_PATIENCE = 30.0
"""Seconds to wait for another build that is writing; a write takes milliseconds."""
_BATCH = 64
"""Values written together; what is not written yet is lost with a process that is killed."""
_LEFT = 0.9
"""Of its limit that a full cache is brought down to."""

_IN_THE_WAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Primary result codes of a sound database that cannot be used now; any other means that it is none of ours."""


@dataclass(frozen=True, slots=True)
class CacheStats:
    """Number and bytes of the values, by the first byte of their keys; ``size`` is the file's, in bytes."""

    entries: dict[bytes, tuple[int, int]]
    size: int


class Cache:
    """The store of one archive, open until ``close``; several processes may have it open."""

    def __init__(self, folder: Path, limit: int, warn: Callable[[str], None] = lambda _: None) -> None:
        """Open the cache in a folder, which is made; ``limit`` is the most bytes that its file may have."""
        self._path = folder / "cache.sqlite"
        self._limit = limit
        self._warn = warn
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
        """Write what is not written yet."""
        rows = [(key, self._run, _sum(key, value) + value) for key, value in self._pending.items()]
        used = [(self._run, key) for key in self._used]
        self._pending, self._used = {}, set()
        with self._guarded() as database:
            if database and self._writable and (rows or used):
                with _transaction(database):
                    database.executemany("INSERT OR REPLACE INTO entry (key, used, value) VALUES (?, ?, ?)", rows)
                    database.executemany("UPDATE entry SET used = ? WHERE key = ?", used)
                if rows and _size(database) > self._limit:
                    _shrink(database, int(self._limit * _LEFT))

    def close(self) -> None:
        """Write what is not written yet, and let go of the file."""
        self.flush()
        self._let_go()

    def prune(self, limit: int) -> None:
        """Bring the file down to a number of bytes: what was not used for longest goes first."""
        self.flush()
        with self._guarded() as database:
            if database and self._writable:
                _shrink(database, limit)

    def stats(self) -> CacheStats:
        """Return how much is in it."""
        with self._guarded() as database:
            if database:
                counted = "SELECT substr(key, 1, 1), count(*), sum(length(value)) FROM entry GROUP BY 1 ORDER BY 1"
                return CacheStats({kind: (n, size) for kind, n, size in database.execute(counted)}, _size(database))
        return CacheStats({}, 0)

    def _open(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._database = _connect(self._path)
        except (sqlite3.OperationalError, OSError) as error:
            if not _is_in_the_way(error) or not self._path.exists():
                raise
            self._writable = False
            self._database = sqlite3.connect(f"{self._path.resolve().as_uri()}?immutable=1", uri=True)
            _check(self._database)
            self._warn(f"{self._path} cannot be written ({error}): it is read only, and new results are not kept")
        self._run = self._database.execute("SELECT coalesce(max(used), 0) + 1 FROM entry").fetchone()[0]

    @contextmanager
    def _guarded(self) -> Iterator[sqlite3.Connection | None]:
        """Give the open database or None; after a fault go on with an empty one, or without any."""
        try:
            yield self._database
        except (sqlite3.Error, OSError) as error:
            self._let_go()
            if _is_in_the_way(error) or not self._writable:
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
    for ending in ("", "-wal", "-shm"):
        (folder / f"cache.sqlite{ending}").unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    """Return the database of a file, made where it is empty. Raise sqlite3.Error where it is not ours or unusable."""
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        database.execute("PRAGMA auto_vacuum = INCREMENTAL")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # a lost transaction costs time only
        with _transaction(database):  # also tells whether it can be written
            if database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
                database.execute(f"PRAGMA application_id = {_APPLICATION}")
                database.execute(f"PRAGMA user_version = {_FORMAT}")
                database.execute(
                    "CREATE TABLE entry (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL,"
                    " value BLOB NOT NULL) STRICT"
                )
        _check(database)
    except BaseException:
        database.close()
        raise
    return database


def _check(database: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError where a database is another program's or of another format."""
    found = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if found != [_APPLICATION, _FORMAT]:
        raise sqlite3.DatabaseError("it is another program's, or of another version")


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _size(database: sqlite3.Connection) -> int:
    pages: int = database.execute("PRAGMA page_count").fetchone()[0]
    return pages * _PAGE_BYTES


def _shrink(database: sqlite3.Connection, limit: int) -> None:
    """Delete what was not used for longest until the file has no more than ``limit`` bytes."""
    excess, gone = _size(database) - limit, []
    for identity, size in database.execute("SELECT id, length(value) FROM entry ORDER BY used, id"):
        if excess <= 0:
            break
        excess -= size
        gone.append((identity,))
    with _transaction(database):
        database.executemany("DELETE FROM entry WHERE id = ?", gone)
    database.executescript("PRAGMA incremental_vacuum")  # a page a step, and execute() takes one
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _is_in_the_way(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, OSError) or (code is not None and code & 0xFF in _IN_THE_WAY)


def _sum(key: bytes, value: bytes) -> bytes:
    """Return what tells a value from one that a disk, or a hand, has changed."""
    return hashlib.blake2b(value, digest_size=_SUM_BYTES, key=key).digest()
