"""Every hostile file costs a line in a report: its neighbours are read, in bounded time and memory."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.archives import tarred, zipped
from tests.hostile import made

from morgue.authority import Authority
from morgue.authority.described import Described
from morgue.limits import STANDARD
from morgue.model import Failure
from morgue.pipeline.reading import CaptureFile, Reading

SECONDS = 20
"""For a file, with a wide margin: each takes one or two."""
MEGABYTES = 700
"""Of address space, for all files one after the other: a fifth of it is Python and its libraries."""

CASES = yaml.safe_load(Path(__file__).with_name("files.yml").read_text("utf-8"))

_READ = f"""
import json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES} * 1_000_000,) * 2)
from morgue.authority import Authority
from morgue.authority.described import Described
from morgue.capture import find_captures
from morgue.limits import STANDARD
from morgue.model import Capture
from morgue.pipeline.reading import CaptureFile, Reading

for path in find_captures([Path(sys.argv[1])]):
    start = time.monotonic()
    found = Reading([CaptureFile(path, path.name, Described())], Authority(), STANDARD).captures()
    said = [[each.origin, None if isinstance(each, Capture) else each.reason] for each in found]
    print(json.dumps([path.name, said, time.monotonic() - start]), flush=True)
"""


@pytest.fixture
def outcomes(tmp_path):
    """Return what became of every file in a folder of hostile ones, with an honest page before and behind them."""
    for name in ("0-honest.html", "zz-honest.html"):
        (tmp_path / name).write_bytes(made.PAGE)
    for case in CASES:
        (tmp_path / case["file"]).write_bytes(getattr(made, case["made"])())
    done = subprocess.run([sys.executable, "-c", _READ, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name: (said, seconds) for name, said, seconds in map(json.loads, done.stdout.splitlines())}


def test_every_hostile_file_is_told_and_what_is_sound_in_it_or_beside_it_is_read(outcomes):
    """One test, as all are read by one process, in its bounds."""
    assert {case["file"] for case in CASES if not _is_as_told(case, *outcomes[case["file"]])} == set()
    for name in ("0-honest.html", "zz-honest.html"):
        assert outcomes[name][0] == [[name, None]]
    for name in ("bomb.zip", "bomb.tgz", "nested-bomb.zip", "overlaps.zip"):
        assert sum(reason is None for _, reason in outcomes[name][0]) < 20


def _is_as_told(case, said, seconds):
    reasons = [reason for _, reason in said if reason]
    read = {origin for origin, reason in said if reason is None}
    wanted = {f"{case['file']}#{member}" if member else case["file"] for member in case.get("read", [])}
    told = any(case["says"] in reason for reason in reasons) if "says" in case else not reasons
    return told and read >= wanted and "report the file" not in "".join(reasons) and seconds < SECONDS


def _mhtml(members):
    parts = b"".join(b"--B\nContent-Type: text/html\n\n%b\n" % page * 90 for _, page in members)
    return b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"; start="<x>"\n\n' + parts


WHOLE = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda members: gzip.compress(tarred(members)),
    "mhtml": _mhtml,
}


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_file_that_breaks_off_gives_what_came_before(tmp_path, kind, tenth):
    members = [(f"{number}.html", made.PAGE + b"%d" % number) for number in range(10)]
    whole = WHOLE[kind](members)
    path = tmp_path / "x"
    path.write_bytes(whole[: len(whole) * tenth // 10])
    outcomes = list(Reading([CaptureFile(path, "x", Described())], Authority(), STANDARD).captures())
    failures = [each for each in outcomes if isinstance(each, Failure)]
    assert len(outcomes) - len(failures) == len(members) or failures or kind == "mhtml"
    assert not any(each.passing for each in failures)
