"""Names of files are a stranger's too."""

import json
import os

import pytest
from click.testing import CliRunner

from morgue.cli import main

NAMES = [
    b"\x1b[31mred.html",
    b"c1\xc2\x9b31m.html",
    b"not\xff\xfeutf8.html",
    b"new\nline.html",
    "\u202elmth.html".encode(),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_commands_no_terminal_and_breaks_no_line(tmp_path, name):
    (tmp_path / os.fsdecode(name)).touch()
    shown = CliRunner().invoke(main, ["inspect", "--pretty", str(tmp_path)]).stdout
    assert not set(shown) & set("\x1b\x9b\u202e")
    (line,) = CliRunner().invoke(main, ["inspect", str(tmp_path)]).stdout_bytes.splitlines()
    assert "empty" in json.loads(line.decode())["error"]
