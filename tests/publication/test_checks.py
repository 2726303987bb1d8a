"""What cannot stand stops the build with status 1, names what to mend, and leaves the output as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from morgue.publication import output_folder
from morgue.publication.catalogue import Catalogue
from morgue.publication.pelican_settings import DEFAULTS

CASES = yaml.safe_load((Path(__file__).parent / "checks.yml").read_text(encoding="utf-8"))


def _files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_build_that_cannot_stand_writes_nothing(build, tmp_path, case):
    output = build()
    before = _files(output)
    for name, text in case.get("files", {}).items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        build(**case.get("settings", {}))
    for words in case["says"]:
        assert words in str(stopped.value.code)
    assert _files(output) == before


def test_a_build_that_breaks_among_the_captures_leaves_the_last_one_standing(build, monkeypatch):
    output = build()
    before = _files(output)
    monkeypatch.setattr(Catalogue, "__init__", _break)
    with pytest.raises(RuntimeError):
        build(DELETE_OUTPUT_DIRECTORY=True)
    assert _files(output) == before


def _break(*_):
    raise RuntimeError("a fault of ours")


def test_a_folder_that_no_build_has_written_is_left_alone(build, tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_text("ten years of work", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        build()
    assert "thesis" not in str(stopped.value.code)
    assert "OUTPUT_PATH" in str(stopped.value.code)
    assert (tmp_path / "output" / "thesis.txt").is_file()


def test_a_folder_that_cannot_be_written_is_refused(build, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda folder, _: folder != tmp_path)
    with pytest.raises(SystemExit) as stopped:
        build()
    assert f"OUTPUT_PATH: {tmp_path} cannot be written" in str(stopped.value.code)


def test_an_old_page_that_cannot_be_deleted_stops_the_build(build, monkeypatch):
    """Pelican says so and goes on; the page may be of what is withheld now."""
    output = build()
    monkeypatch.setattr(output_folder, "clean_output_dir", lambda *_: None)
    with pytest.raises(SystemExit) as stopped:
        build()
    assert f"{output / '404.html'}, an old page, cannot be deleted" in str(stopped.value.code)


def test_a_folder_that_holds_the_content_is_refused(build, tmp_path):
    with pytest.raises(SystemExit) as stopped:
        build(OUTPUT_PATH=str(tmp_path))
    assert "OUTPUT_PATH" in str(stopped.value.code)


def test_pages_of_an_earlier_build_do_not_survive(build, small):
    output = build()
    (stale,) = (output / "clippings").glob("*/old-*")
    build(small.archive(small.record()))
    assert not stale.exists()


def test_what_output_retention_names_survives(build):
    output = build()
    (output / "CNAME").write_text("archive.example", encoding="utf-8")
    assert (build(OUTPUT_RETENTION=["CNAME"]) / "CNAME").is_file()


def test_too_many_failures_fail_the_build_after_it_is_written(build, tmp_path):
    with pytest.raises(SystemExit) as stopped:
        build(MORGUE_MAX_FAILURES="0")
    assert "MORGUE_MAX_FAILURES" in str(stopped.value.code)
    assert (tmp_path / "output" / "build.json").is_file()
    assert (tmp_path / "output" / "theme" / "css").is_dir()


def test_pelican_itself_exits_with_1_where_a_dependency_is_missing(root, tmp_path):
    """The plugin's errors reach the shell, which Pelican's own handling of plugins would swallow."""
    script = (
        "import sys\n"
        "class Missing:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'nh3': raise ModuleNotFoundError(\"No module named 'nh3'\", name='nh3')\n"
        "sys.meta_path.insert(0, Missing())\n"
        "from pelican import main\n"
        f"main(['-s', {str(root / 'pelican.conf.py')!r}, '-o', {str(tmp_path / 'output')!r}])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", cwd=tmp_path, check=False
    )
    assert found.returncode == 1
    assert "nh3" in found.stderr
    assert "Traceback" not in found.stderr
    assert not (tmp_path / "output").exists()


def test_every_setting_of_pelican_s_that_has_another_default_here_is_documented(root):
    documented = (root / "docs" / "publication.md").read_text(encoding="utf-8")
    assert [name for name in DEFAULTS if f"`{name}`" not in documented] == []
