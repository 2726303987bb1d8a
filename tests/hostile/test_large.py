"""The largest captures that are taken end within seconds and half a gigabyte, as a record or with a reason."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

SECONDS = 10
MEGABYTES = 500

MORGUE = Path(sys.executable).with_name("morgue")

_MEASURED = """
import json, resource, subprocess, sys
with open(sys.argv[1], "wb") as line:
    subprocess.run(sys.argv[2:], stdout=line)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
"""A small process between: the largest size of a process counts what it was forked from."""

WORDS = "The harbour office opened the bridge near the old market and measured the storm. "
ARTICLE = f"<article>{f'<p>{WORDS * 5}</p>' * 3}</article>"

PAGES = {
    "20 MB of paragraphs": (lambda: "".join(f"<p>{n} {WORDS * 110}</p>" for n in range(2_200)), "characters"),
    "20 MB of short paragraphs": (lambda: "".join(f"<p>{n} {WORDS * 3}</p>" for n in range(77_000)), "elements"),
    "20 MB of comments": (lambda: f"<!-- {'x' * 190} -->" * 99_000 + ARTICLE, None),
    "20 MB of classes": (lambda: f"<div class='{'c' * 400}'></div>" * 45_000 + ARTICLE, None),
    "20 MB of script": (lambda: f"<script>{'var a=1;' * 1_200_000}</script>" * 2 + ARTICLE, None),
    "200,000 elements": (lambda: "<i></i>" * 200_000 + ARTICLE, "elements"),
    "10,000 deep": (lambda: "<div>" * 10_000 + ARTICLE, "nested"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_large_capture_ends_in_time_and_memory(name, tmp_path):
    body, reason = PAGES[name]
    page = f"<!DOCTYPE html><html><head><title>The bridge</title></head><body>{body()}</body></html>"
    capture = tmp_path / "large.html"
    capture.write_text(page, "utf-8")
    line = tmp_path / "line"
    command = [sys.executable, "-c", _MEASURED, line, MORGUE, "inspect", capture]
    seconds, megabytes = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=tmp_path).stdout)
    said = json.loads(line.read_text("utf-8"))
    assert reason in said["error"] if reason else said["error"] is None
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
