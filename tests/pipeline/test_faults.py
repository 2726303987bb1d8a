"""Whatever befalls a cache, the next build gives what a clean one gives."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from contextlib import contextmanager

import pytest

from morgue.cache import FOLDER, Cache, store
from morgue.pipeline import cache_of

PAGES = 12


@pytest.fixture
def filed(archive):
    """Return an archive whose pages are all in its cache."""
    for number in range(PAGES):
        archive.page(number, "word " * number)
    archive.outcomes()
    return archive


def _file(archive):
    return archive.root / FOLDER / "cache.sqlite"


def _truncated(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _emptied(path):
    path.write_bytes(b"")


def _garbled(path):
    """Change a byte in every hundred, but in the first page."""
    data = bytearray(path.read_bytes())
    for place in range(1024, len(data), 100):
        data[place] ^= 0xFF
    path.write_bytes(data)


def _no_database(path):
    path.write_text("This is no database.\n" * 100, encoding="utf-8")


def _another_program_s(path):
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE entry (name TEXT)")
    database.close()


def _of_another_format(path):
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()


def _without_a_table(path):
    with sqlite3.connect(path) as database:
        database.execute("DROP TABLE entry")
    database.close()


def _with_other_values(path):
    """Give each key another's value, as a hand or a bad merge might."""
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT id, value FROM entry ORDER BY id").fetchall()
        database.executemany(
            "UPDATE entry SET value = ? WHERE id = ?",
            [(rows[number - 1][1], identity) for number, (identity, _) in enumerate(rows)],
        )
    database.close()


def _a_folder(path):
    path.unlink()
    path.mkdir()


FAULTS = [
    _truncated,
    _emptied,
    _garbled,
    _no_database,
    _another_program_s,
    _of_another_format,
    _without_a_table,
    _with_other_values,
    _a_folder,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
def test_a_cache_at_fault_is_thrown_away_or_done_without(filed, read_anew, fault):
    """It never changes what comes out, and but for a folder in its place it is whole again after."""
    clean = filed.outcomes(cached=False)
    fault(_file(filed))
    warnings = []
    assert filed.outcomes(warnings=warnings) == clean
    assert len(warnings) <= 2
    if fault is not _a_folder:
        read_anew["cleaned"].clear()
        assert filed.outcomes() == clean
        assert read_anew["cleaned"] == []


def test_a_cache_from_another_machine_serves(filed, read_anew, tmp_path):
    """As CI hands one on: the file alone, and the archive under another path."""
    there = tmp_path / "there"
    shutil.copytree(filed.root, there, ignore=shutil.ignore_patterns("*-wal", "*-shm"))
    clean = filed.outcomes(cached=False)
    filed.root = there
    read_anew["cleaned"].clear()
    assert filed.outcomes() == clean
    assert read_anew["cleaned"] == []


@contextmanager
def _mounted(folder, *arguments):
    """Mount something on a folder; skip the test by name where this user may not."""
    folder.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", *arguments, folder], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this user may mount nothing")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_cache_that_is_read_only_is_read(filed, read_anew):
    clean = filed.outcomes(cached=False)
    folder = filed.root / FOLDER
    warnings = []
    read_anew["cleaned"].clear()
    with _mounted(folder, "--bind", folder):
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        assert filed.outcomes(warnings=warnings) == clean
    assert read_anew["cleaned"] == []
    assert "read only" in warnings[0]
    assert len(warnings) == 1


@pytest.fixture
def large(archive):
    """Return an archive whose results need some hundred kilobytes."""
    chance = random.Random(1)
    for number in range(40):
        archive.page(number, " ".join(f"{chance.getrandbits(64):x}" for _ in range(300)))
    return archive


def test_files_that_may_not_grow_are_done_without(large):
    """A write ends half way, as on a full disk."""
    clean = large.outcomes(cached=False)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    warnings = []
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, limits[1]))
    try:
        assert large.outcomes(warnings=warnings) == clean
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert "going on without a cache" in warnings[-1]
    assert large.outcomes() == clean


def test_a_full_disk_is_done_without(large):
    clean = large.outcomes(cached=False)
    warnings = []
    with _mounted(large.root / FOLDER, "-t", "tmpfs", "-o", "size=64k", "none"):
        assert large.outcomes(warnings=warnings) == clean
    assert "going on without a cache" in warnings[-1]
    assert large.outcomes() == clean


def test_two_builds_at_once(archive):
    for number in range(30):
        archive.page(number)
    clean = archive.outcomes(cached=False)
    found = {}

    def build(name):
        found[name] = archive.outcomes()

    builds = [threading.Thread(target=build, args=(name,)) for name in range(3)]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert list(found.values()) == [clean] * 3
    assert archive.outcomes() == clean


def test_a_capture_that_changes_while_it_is_read(filed):
    """Each build takes one state of it or the other, or a part; the next one takes what is there."""
    path = filed.root / "content/captures/page-003.html"
    states = [path.read_text(encoding="utf-8"), "<p>" + "Another state of the page. " * 4000]
    stopped = threading.Event()

    def change():
        while not stopped.is_set():
            for state in states:
                path.write_text(state, encoding="utf-8")

    writer = threading.Thread(target=change)
    writer.start()
    try:
        for _ in range(20):
            assert len(filed.outcomes()) == PAGES
    finally:
        stopped.set()
        writer.join()
    assert filed.outcomes() == filed.outcomes(cached=False)


@pytest.mark.long
def test_a_build_killed_at_any_moment(archive):
    """Fifty builds in a row, each killed somewhere; the moments are drawn anew each time."""
    for number in range(30):
        archive.page(number)
    clean = archive.outcomes(cached=False)
    chance = random.Random()
    for _ in range(50):
        child = os.fork()
        if child == 0:
            try:
                archive.outcomes()
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if chance.random() < 0.2:
            shutil.rmtree(archive.root / FOLDER, ignore_errors=True)  # so that some have all to do again
    warnings = []
    assert archive.outcomes(warnings=warnings) == clean
    assert archive.outcomes() == clean
    assert warnings == []


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    def key(number):
        return bytes([number]) * 16

    with Cache(tmp_path, 10_000_000) as cache:
        for number in range(20):
            cache.put(key(number), bytes([number]) * 50_000)
    with Cache(tmp_path, 10_000_000) as cache:
        assert cache.get(key(3))
    with Cache(tmp_path, 10_000_000) as cache:
        cache.prune(300_000)
        assert cache.stats().size <= 300_000
        kept = [number for number in range(20) if cache.get(key(number))]
    assert 3 in kept
    assert kept == [3, *range(20 - len(kept) + 1, 20)]


def test_a_cache_stays_below_its_limit(tmp_path):
    with Cache(tmp_path, 500_000) as cache:
        for number in range(500):
            cache.put(number.to_bytes(16, "big"), os.urandom(5_000))
        cache.flush()
        assert cache.stats().size <= 500_000
        assert cache.get((499).to_bytes(16, "big"))


def test_no_room_is_no_cache(archive):
    archive.page(1)
    archive.outcomes(cache_bytes=0)
    assert not (archive.root / FOLDER).exists()


def test_outside_an_archive_there_is_no_cache(tmp_path):
    from morgue.workspace import Workspace

    with cache_of(Workspace(tmp_path, tmp_path / "content"), pytest.fail) as cache:
        assert cache is None
    assert not (tmp_path / FOLDER).exists()


def test_what_an_interrupt_kept_from_being_written_is_written_at_the_end(tmp_path, monkeypatch):
    def interrupted(_):
        monkeypatch.undo()
        raise KeyboardInterrupt

    with Cache(tmp_path, 1_000_000) as cache:
        cache.put(b"c" * 16, b"value")
        monkeypatch.setattr(store, "transaction", interrupted)
        with pytest.raises(KeyboardInterrupt):
            cache.flush()
    with Cache(tmp_path, 1_000_000) as cache:
        assert cache.get(b"c" * 16) == b"value"
