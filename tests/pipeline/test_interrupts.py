"""Ctrl-C, and what else ends a run in its middle: nothing is left of it but what is done."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests import interrupts

from morgue.cache import FOLDER, Cache
from morgue.pipeline.keys import CLEANED

LARGE = f"<!-- {'wide ' * 40_000} -->"
"""More than a pipe holds."""

PAGES = 400
"""Of a run that is interrupted: their lines are many times what a pipe holds, so that it waits for its reader."""

READ = 20
"""Lines that are read before anything happens to it."""


@pytest.fixture
def begun(archive):
    """Begin a long run in a group of processes of its own, wait for its first lines, and leave none of them."""
    for number in range(PAGES):
        archive.page(number, LARGE)
    environment = {**os.environ, "MORGUE_WORKERS": "2"}
    command = [sys.executable, "-m", "morgue.cli", "inspect", "content/captures"]
    with interrupts.heard():
        run = subprocess.Popen(
            command,
            cwd=archive.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    for _ in range(READ):
        assert json.loads(run.stdout.readline())["title"]
    yield run
    run.stdout.close()
    run.stderr.close()
    for member in _group(run.pid):
        os.kill(member, signal.SIGKILL)
    run.wait()


def _group(leader):
    """Return the processes of a group that are alive."""
    members = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(group) == leader and state != "Z":
            members.append(int(stat.parent.name))
    return members


def _gone(run, seconds):
    """Wait until no process of a run's group is left; return whether that came in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        run.poll()
        if not _group(run.pid):
            return True
        time.sleep(0.05)
    return False


def test_an_interrupt_ends_all_processes_soon_and_keeps_what_is_done(archive, begun):
    """The limit is wide; it takes some tenths of a second."""
    os.killpg(begun.pid, signal.SIGINT)  # as a terminal does
    rest = []
    reader = threading.Thread(target=lambda: rest.extend(begun.stdout))
    reader.start()
    assert _gone(begun, 10)
    reader.join()
    assert begun.wait() == 1
    assert READ + len(rest) < PAGES
    errors = begun.stderr.read().decode()
    assert "Aborted" in errors
    assert "Traceback" not in errors
    with Cache(archive.root / FOLDER, 1_000_000) as cache:
        assert cache.stats().entries[CLEANED][0] >= READ


def test_workers_end_with_a_parent_that_is_killed(begun):
    os.kill(begun.pid, signal.SIGKILL)
    assert _gone(begun, 10)


def test_an_interrupted_build_is_no_success(monkeypatch, workspace):
    """Pelican would say that it ended well."""
    from morgue.publication import receivers
    from morgue.publication.edition import Edition

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(receivers, "run_archive", interrupted)
    with pytest.raises(SystemExit, match="Interrupted"):
        receivers._add_clippings(SimpleNamespace(settings={"EDITION": Edition(workspace)}))  # noqa: SLF001
