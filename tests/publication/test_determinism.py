"""Same input, same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

# Builds the small archive in a process of its own, with records in another order.
SCRIPT = """
import sys
from msgspec.structs import replace
from pathlib import Path
import pytest
sys.path.insert(0, sys.argv[1])
import conftest
from morgue.model import ActorEntry
found = conftest.SMALL.sample()
everywhere = found.actors["ada-lovelace"].clippings
board = ActorEntry("board", "Harbour board", "organisation", known=False, clippings=everywhere)
found = replace(found, actors=found.actors | {"board": board})  # three meet: that is drawn
if sys.argv[4] == "backwards":
    found = replace(found, actors=dict(reversed(found.actors.items())))
conftest.builder(Path(sys.argv[2]), Path(sys.argv[3]), pytest.MonkeyPatch())(found, search=True)
"""


def _built(folder, root, order, **environment):
    folder.mkdir()
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(HERE), str(folder), str(root), order],
        env={**os.environ, **environment},
        cwd=folder,
        check=True,
        capture_output=True,
    )
    output = folder / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.mark.long
def test_folder_clock_locale_and_hash_seed_leave_no_trace(tmp_path, root):
    """Search included."""
    one = _built(tmp_path / "one", root, "forwards", TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C")
    other = tmp_path / "another-folder"
    two = _built(other, root, "backwards", TZ="Pacific/Auckland", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", LANG="de_DE")
    assert one.keys() == two.keys() >= {"named-together/index.html", "named-together/harbours/index.html"}
    assert [name for name in one if one[name] != two[name]] == []
    assert not [name for name in one if str(tmp_path).encode() in one[name]]
