"""An archive of a few short pages, and what comes of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from morgue.capture import find_captures
from morgue.pipeline import cache_of, capture_files, process
from morgue.workspace import open_workspace

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Harbour notice {number}</title>
<meta property="article:published_time" content="1998-05-04T08:00:00Z">
<link rel="canonical" href="https://{host}/notices/{number}"></head><body><article><h1>Harbour notice {number}</h1>
<p>The harbour office said on Monday that basin {number} is open to ships again, {number} weeks after the storm closed
it, and that the pilots have begun to bring the first of the waiting freighters in. {words}</p>
<p>Repairs to the outer wall go on until the autumn, the office said, and the ferry keeps to its winter timetable until
then, because its landing stage was the part of the quay that the water damaged most. {words}</p></article>
"""

ACTOR = "---\nname: {name}\nkind: organisation\n---\n{biography}\n"


class Archive:
    """An archive in a folder, and how often its pages are read anew."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content/captures").mkdir(parents=True)
        (root / "pelican.conf.py").write_text('SITENAME = "A sample"\n', encoding="utf-8")

    def page(self, number, words="", host="tidewater-monitor.example"):
        text = PAGE.format(number=number, words=words, host=host)
        (self.root / f"content/captures/page-{number:03}.html").write_text(text, encoding="utf-8")

    def write(self, name, text):
        path = self.root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def actor(self, identity, name, biography=""):
        self.write(f"actors/{identity}.md", ACTOR.format(name=name, biography=biography))

    def outcomes(self, *, cached=True, warnings=None, **settings):
        """Return what becomes of the captures."""
        configured = {f"MORGUE_{name.upper()}": value for name, value in settings.items()}
        workspace = open_workspace({"MORGUE_WORKERS": 1, **configured}, self.root)
        files = capture_files(find_captures(workspace.capture_folders), workspace)
        with cache_of(workspace, ([] if warnings is None else warnings).append) as cache:
            return list(process(files, workspace, cache if cached else None))

    def inspect(self, *arguments, **options):
        """Return what the command prints, in a process of its own."""
        command = [sys.executable, "-m", "morgue.cli", "inspect", *arguments, "content/captures"]
        return subprocess.run(command, cwd=self.root, capture_output=True, check=False, timeout=120, **options)

    def titles(self):
        return [json.loads(line)["title"] for line in self.inspect().stdout.splitlines()]


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "archive")


@pytest.fixture
def read_anew(monkeypatch):
    """Count what the rooms of this process do."""
    from morgue.pipeline.rooms import Rooms

    done = {"cleaned": [], "indexed": []}

    def counted(name, work):
        def count(self, value):
            done[name].append(getattr(value, "origin", None) or value.clipping.origin)
            return work(self, value)

        return count

    monkeypatch.setattr(Rooms, "clean", counted("cleaned", Rooms.clean))
    monkeypatch.setattr(Rooms, "index", counted("indexed", Rooms.index))
    return done
