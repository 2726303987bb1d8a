"""What the commands say of the cache."""

import subprocess
import sys


def _morgue(archive, *arguments):
    command = [sys.executable, "-m", "morgue.cli", *arguments]
    run = subprocess.run(command, cwd=archive.root, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout + run.stderr


def test_a_cache_is_counted_pruned_and_cleared(archive):
    for number in range(3):
        archive.page(number)
    archive.outcomes()
    code, said = _morgue(archive, "cache", "stats")
    assert code == 0
    assert "3 extracted and cleaned" in said
    assert "3 indexed" in said
    assert _morgue(archive, "cache", "prune", "--to", "6000")[0] == 0
    assert (archive.root / ".morgue-cache/cache.sqlite").stat().st_size <= 6000
    assert _morgue(archive, "cache", "clear")[0] == 0
    assert list((archive.root / ".morgue-cache").iterdir()) == []


def test_where_no_cache_is_kept_a_reason_is_given(archive, tmp_path, monkeypatch):
    monkeypatch.setenv("MORGUE_CACHE_BYTES", "0")
    assert _morgue(archive, "cache", "stats") == (1, "Error: MORGUE_CACHE_BYTES is 0: no cache is kept\n")
    archive.root = tmp_path
    code, said = _morgue(archive, "cache", "stats")
    assert code == 1
    assert "no archive here" in said


def test_no_cache_keeps_nothing(archive):
    archive.page(1)
    assert archive.inspect("--no-cache").returncode == 0
    assert not (archive.root / ".morgue-cache").exists()
