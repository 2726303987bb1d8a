"""Files are read one after the other: each in its time, and what cannot be read in them is told, not without end."""

import os
import time
import zipfile

import pytest

from morgue.authority import AuthorityErrors
from morgue.model import Failure, Record
from morgue.pipeline import reading


def test_parts_without_end_that_cannot_be_read_are_counted(archive):
    with zipfile.ZipFile(archive.root / "content/captures/heap.zip", "w") as heap:
        for number in range(1100):
            heap.writestr(f"{number:04}.bin", b"\1\2\3")
    archive.page(1)
    *told, last, page = archive.outcomes()
    assert len(told) == 1000
    assert (last.origin, last.reason[:37]) == ("content/captures/heap.zip", "100 more of its parts cannot be read;")
    assert isinstance(page, Record)


def test_a_file_that_is_read_without_end_is_left(archive, monkeypatch):
    opened = reading.open_captures

    def slow(path, *arguments):
        if path.name == "page-001.html":
            time.sleep(30)
        yield from opened(path, *arguments)

    monkeypatch.setattr(reading, "open_captures", slow)
    archive.page(1)
    (archive.root / "content/captures/page-002.html").write_bytes(b"")
    endless, empty = archive.outcomes(max_seconds=0.2)
    assert endless.reason.startswith("it takes longer than 0.2 seconds; raise MORGUE_MAX_SECONDS")
    assert empty.reason == "the file is empty; capture the page again"


def test_a_file_name_cannot_pass_for_a_place_in_another_file(archive):
    archive.page(1)
    page = archive.root / "content/captures/page-001.html"
    with zipfile.ZipFile(archive.root / "content/captures/x.zip", "w") as packed:
        packed.write(page, "p.html")
    page.rename(page.with_name("x.zip#p.html"))
    assert [outcome.clipping.origin for outcome in archive.outcomes()] == [
        "content/captures/x.zip#p.html",
        "content/captures/x.zip%23p.html",
    ]


@pytest.mark.parametrize("name", ["page-001.html.meta.yml", "captures.csv"])
def test_a_pipe_in_the_place_of_a_description_is_told(archive, name):
    archive.page(1)
    os.mkfifo(archive.root / "content/captures" / name)
    with pytest.raises(AuthorityErrors, match="no regular file"):
        archive.outcomes()


def test_failures_have_a_place(archive):
    """One that comes of a file as a whole has the file's."""
    (archive.root / "content/captures/notes.bin").write_bytes(b"\1\2\3")
    [failure] = archive.outcomes()
    assert isinstance(failure, Failure)
    assert failure.origin == "content/captures/notes.bin"
