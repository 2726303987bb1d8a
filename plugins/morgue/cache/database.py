"""An SQLite file as a cache wants it: small pages, one table, and to be told from any other."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_APPLICATION = 0x4D524755
"""Marks the file as ours among SQLite's."""
_FORMAT = 1
_PAGE_BYTES = 512
"""SQLite's smallest page. A value is some kilobytes; the half page that it wastes on average is little then."""
_PATIENCE = 30.0
"""Seconds to wait for another build that is writing; a write takes milliseconds."""

_LEAST_USED = "SELECT id, length(value) FROM entry ORDER BY substr(key, 1, 1) = ?, used, id"

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


def connect(path: Path) -> sqlite3.Connection:
    """Return the database of a file, made where it is empty. Raise sqlite3.Error where it is not ours or unusable."""
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
        database.execute("PRAGMA auto_vacuum = INCREMENTAL")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")  # a lost transaction costs time only
        with transaction(database):  # also tells whether it can be written
            if database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
                database.execute(f"PRAGMA application_id = {_APPLICATION}")
                database.execute(f"PRAGMA user_version = {_FORMAT}")
                database.execute(
                    "CREATE TABLE entry (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL,"
                    " value BLOB NOT NULL) STRICT"
                )
        check(database)
    except BaseException:
        database.close()
        raise
    return database


def check(database: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError where a database is another program's or of another format."""
    found = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if found != [_APPLICATION, _FORMAT]:
        raise sqlite3.DatabaseError("it is another program's, or of another version")


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Write all of a block or nothing; wait for others that are writing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def size_of(database: sqlite3.Connection) -> int:
    """Return how many bytes the file has, or will have once all is written to it."""
    pages: int = database.execute("PRAGMA page_count").fetchone()[0]
    return pages * _PAGE_BYTES


def shrink(database: sqlite3.Connection, limit: int, lasting: bytes) -> None:
    """Delete what was not used for longest until the file has no more than ``limit`` bytes; some keys' values last."""
    excess, gone = size_of(database) - limit, []
    for identity, size in database.execute(_LEAST_USED, (lasting,)):
        if excess <= 0:
            break
        excess -= size
        gone.append((identity,))
    with transaction(database):
        database.executemany("DELETE FROM entry WHERE id = ?", gone)
    database.executescript("PRAGMA incremental_vacuum")  # a page a step, and execute() takes one
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def is_in_the_way(error: Exception) -> bool:
    """Say whether something stands in the way of a sound database: no rights, no room, a lock."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, OSError) or (code is not None and code & 0xFF in _IN_THE_WAY)
