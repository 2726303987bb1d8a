"""Workers: the same in any number, and mortal."""

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from morgue.authority.entries import Authority
from morgue.capture import capture_of
from morgue.limits import STANDARD
from morgue.model import Failure, Record
from morgue.pipeline import Workers, WorkersError, rooms, work
from morgue.pipeline.results import Results
from morgue.pipeline.run import Run

HERE = Path(__file__).parent

LARGE = f"<!-- {'wide ' * 40_000} -->"
"""More than a pipe holds."""


def _captures(archive, count, deadly=(), words=""):
    for number in range(count):
        archive.page(number, words + ("deadly" if number in deadly else ""))
    paths = sorted((archive.root / "content/captures").iterdir())
    return [capture_of(path.read_bytes(), path.name) for path in paths]


@pytest.fixture
def furnish_deadly(monkeypatch):
    monkeypatch.syspath_prepend(HERE)  # workers inherit it
    import deadly

    return deadly.furnish


def _run(captures, count, furnish=work.furnish, limits=STANDARD):
    authority = Authority()
    with Workers(count, furnish, authority, limits) as workers:
        return list(Run(authority, Results(None, authority), workers).outcomes(captures))


def test_any_number_of_workers_gives_the_same_in_order(archive):
    captures = _captures(archive, 30)
    authority = Authority()
    alone = list(Run(authority, Results(None, authority)).outcomes(captures))
    assert [record.clipping.title for record in alone] == [f"Harbour notice {number}" for number in range(30)]
    assert _run(captures, 3) == alone


@pytest.mark.long
@pytest.mark.parametrize(("words", "deadly"), [("", [7, 8]), (LARGE, [21])], ids=["small", "large"])
def test_a_page_that_is_a_worker_s_death_costs_itself_alone(archive, furnish_deadly, words, deadly):
    outcomes = _run(_captures(archive, 24, deadly, words), 2, furnish_deadly)
    failed = [number for number, outcome in enumerate(outcomes) if isinstance(outcome, Failure)]
    assert failed == deadly
    assert [outcomes[number].origin for number in failed] == [f"page-{number:03}.html" for number in failed]
    assert "died" in outcomes[deadly[0]].reason
    assert all(isinstance(outcome, Record) for number, outcome in enumerate(outcomes) if number not in failed)


def test_a_page_that_takes_too_long_is_left(archive, monkeypatch):
    def endless(*_):
        while True:
            pass

    monkeypatch.setattr(rooms, "extract", endless)
    archive.page(1)
    archive.page(2)
    reasons = [outcome.reason for outcome in archive.outcomes(max_seconds=0.2)]
    assert reasons == ["it takes longer than 0.2 seconds; raise MORGUE_MAX_SECONDS, or report the page"] * 2


def test_a_process_that_hears_nothing_ends(monkeypatch):
    monkeypatch.syspath_prepend(HERE)
    import deadly

    with Workers(1) as workers:
        assert isinstance(workers.submit(deadly.hear_nothing).exception(timeout=60), BrokenExecutor)
        assert workers.submit(int, "1").result() == 1


@pytest.mark.long
def test_workers_that_die_whatever_they_do_end_the_run(archive, furnish_deadly):
    with pytest.raises(WorkersError, match="MORGUE_WORKERS"):
        _run(_captures(archive, 16, deadly=range(16)), 2, furnish_deadly)


@pytest.mark.long
def test_a_death_breaks_its_own_task_alone():
    """However large what the others are sent and send home."""
    with Workers(2) as workers:
        text = "wide " * 100_000
        futures = [workers.submit(os._exit, 1) if number % 3 == 1 else workers.submit(str, text) for number in range(9)]
        for number, future in enumerate(futures):
            if number % 3 == 1:
                assert isinstance(future.exception(), BrokenExecutor)
            else:
                assert future.result() == text


def test_what_a_task_raises_is_its_caller_s():
    with Workers(1) as workers:
        with pytest.raises(ValueError, match="invalid literal"):
            workers.submit(int, "one").result()
        assert workers.submit(int, "1").result() == 1


def test_a_process_that_cannot_begin_does_nothing():
    with Workers(1, int, "one") as workers:
        for _ in range(2):
            with pytest.raises(ValueError, match="invalid literal"):
                workers.submit(int, "1").result()


def test_workers_that_are_left_in_the_middle_end():
    with suppress(KeyboardInterrupt), Workers(2) as workers:
        futures = [workers.submit(str, "wide " * 100_000) for _ in range(40)]
        futures[3].result()
        raise KeyboardInterrupt
    assert all(future.done() for future in futures)
    assert not multiprocessing.active_children()


ELSEWHERE = {
    "PYTHONPATH": str(HERE / "elsewhere"),
    "PYTHONHASHSEED": "7",
    "LC_ALL": "C",
    "TZ": "Pacific/Auckland",
    "MORGUE_WORKERS": "3",
}


@pytest.mark.long
def test_workers_clock_locale_time_zone_hash_seed_and_order_of_folders_leave_no_trace(root, tmp_path):
    """The sample's captures, read here and elsewhere."""
    command = [sys.executable, "-m", "morgue.cli", "--settings", str(root / "pelican.conf.py"), "inspect", "--no-cache"]

    def lines(**environment):
        run = subprocess.run(
            [*command, str(root / "content/captures")],
            env={**os.environ, **environment},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        return run.stdout.splitlines()

    here = lines(MORGUE_WORKERS="1", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    assert len(here) > 40
    assert lines(**ELSEWHERE) == here


def test_a_task_s_own_error_is_no_death():
    with Workers(1) as workers:
        with pytest.raises(FileNotFoundError):
            workers.submit(os.stat, "no such file").result()
        assert workers.submit(len, "four").result() == 4
