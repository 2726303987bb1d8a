"""What the commands say of the cache."""

import subprocess
import sys

from morgue.cache import FOLDER


def _morgue(archive, *arguments):
    command = [sys.executable, "-m", "morgue.cli", *arguments]
    run = subprocess.run(command, cwd=archive.root, capture_output=True, encoding="utf-8", check=False)
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


def test_a_file_in_the_place_of_the_folder_is_told(archive):
    archive.page(1)
    (archive.root / FOLDER).write_text("", encoding="utf-8")
    status, words = _morgue(archive, "inspect", "content/captures")
    assert status == 0
    assert "going on without a cache" in words
    status, words = _morgue(archive, "cache", "clear")
    assert status == 1
    assert "delete it by hand" in words


def test_a_name_too_long_is_no_file(archive):
    status, words = _morgue(archive, "inspect", "long" * 2000)
    assert status == 2
    assert "cannot be read" in words


def test_a_folder_that_is_gone_is_told(archive, tmp_path):
    gone = tmp_path / "gone"
    command = f"mkdir {gone}; cd {gone}; rmdir {gone}; {sys.executable} -m morgue.cli inspect {tmp_path}"
    run = subprocess.run(["sh", "-c", command], cwd=archive.root, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("Error: the folder that this runs in has been deleted")
