"""A data folder of ArchiveBox: each snapshot is one capture, in the fullest form that can be read."""

import gzip
import json
from pathlib import Path

import pytest

from morgue.authority import load_authority
from morgue.capture import find_captures

URL = "https://herald.example/2025/plan"
SNAPSHOT = "data/archive/1600000000.123"


def index(**changes):
    """Return index.json as ArchiveBox writes it."""
    tried = {"cmd": ["x"], "status": "succeeded", "start_ts": "2020-09-13T12:30:00.5+00:00", "end_ts": None}
    return {
        "schema": "Link",
        "url": URL,
        "title": "The plan",
        "timestamp": "1600000000.123",
        "updated": "2020-09-13T13:00:00+00:00",
        "history": {
            "singlefile": [{**tried, "output": "singlefile.html"}],
            "wget": [{**tried, "start_ts": "2020-09-13 12:40:00", "output": "herald.example/2025/plan.html"}],
        },
        **changes,
    }


@pytest.fixture
def snapshot(tmp_path):
    """Return a function that writes a snapshot with some files, and the rest of a data folder around it."""

    def snapshot(files, said=None, name=SNAPSHOT):
        folder = tmp_path / name
        for place, payload in files.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(payload)
        folder.mkdir(parents=True, exist_ok=True)
        if said is not False:
            (folder / "index.json").write_bytes(
                said if isinstance(said, bytes) else json.dumps(said or index()).encode()
            )
        (folder / "favicon.ico").write_bytes(b"\0\0\1\0")
        data = tmp_path / "data"
        (data / "sources").mkdir(exist_ok=True)
        (data / "sources" / "1600000000-import.txt").write_text("https://herald.example/\n")
        (data / "index.sqlite3").write_bytes(b"SQLite format 3\0")
        (data / "ArchiveBox.conf").write_text("[SERVER_CONFIG]\n")
        return name

    return snapshot


FORMS = {
    "singlefile.html": "2020-09-13T12:30:00Z",
    "output.html": "2020-09-13T12:26:40Z",
    "herald.example/2025/plan.html": "2020-09-13T12:40:00Z",
    "readability/content.html": "2020-09-13T12:26:40Z",
    "mercury/content.html": "2020-09-13T12:26:40Z",
}


@pytest.mark.parametrize("first", range(len(FORMS)))
def test_the_fullest_form_is_the_capture(read, snapshot, page, first):
    forms = list(FORMS)[first:]
    name = snapshot({form: page + form.encode() for form in forms})
    captures, failures = read(name)
    assert not failures
    (capture,) = captures.values()
    assert capture.origin == f"{name}#{forms[0]}"
    assert (capture.url, capture.captured) == (URL, FORMS[forms[0]])
    assert capture.payload.endswith(forms[0].encode())


def test_a_form_that_cannot_be_read_gives_way_to_the_next(read, snapshot, page):
    captures, failures = read(
        snapshot({"singlefile.html": b"", "output.html": b"%PDF-1.7", "mercury/content.html": page})
    )
    assert list(captures) == [f"{SNAPSHOT}#mercury/content.html"]
    assert not failures


@pytest.mark.parametrize("files", [{}, {"singlefile.html": b" "}, {"output.pdf": b"%PDF"}])
def test_a_snapshot_without_a_page_is_one_failure(read, snapshot, files):
    captures, failures = read(snapshot(files))
    assert not captures
    assert "no page in this snapshot" in failures[SNAPSHOT]


def test_only_snapshots_of_a_data_folder_are_found(tmp_path, snapshot, page):
    snapshot({"singlefile.html": page, "media/talk.mp4": b"\0", "warc/1.warc.gz": gzip.compress(b"x")})
    snapshot({"output.html": page}, said=False, name="data/archive/1600000001")
    snapshot({"singlefile.html": page}, name="alone/1700000000.5")
    (tmp_path / "data" / "archive" / "notes.txt").write_text("x")
    (tmp_path / "page.html").write_bytes(page)
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "other.html").write_bytes(page)
    found = [path.relative_to(tmp_path).as_posix() for path in find_captures([tmp_path])]
    assert found == [
        "alone/1700000000.5",
        "archive/other.html",
        "data/archive/1600000000.123",
        "data/archive/1600000001",
        "page.html",
    ]
    assert find_captures([tmp_path / SNAPSHOT]) == [tmp_path / SNAPSHOT]


def test_a_sidecar_beside_a_snapshot_describes_it(tmp_path, snapshot, page):
    snapshot({"singlefile.html": page})
    folder = tmp_path / SNAPSHOT
    folder.with_name(f"{folder.name}.meta.yml").write_text("title: The plan\n")
    known = load_authority(tmp_path / "content", [tmp_path])
    assert known.sidecars[folder].title == "The plan"


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b'{"url": ' + b"9" * 10_000 + b"}",
        b"\xff\xfe\0",
        b" " * 2_100_000,
        False,
    ],
    ids=["empty", "broken off", "nested", "a number", "no text", "large", "none"],
)
def test_a_page_whose_index_cannot_be_read_is_read_and_this_is_told(read, snapshot, page, said):
    captures, failures = read(snapshot({"singlefile.html": page}, said))
    capture = captures[f"{SNAPSHOT}#singlefile.html"]
    assert (capture.payload, capture.url, capture.captured) == (page, None, None)
    assert "not known" in failures[f"{SNAPSHOT}#index.json"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"history": []}, (URL, "2020-09-13T12:26:40Z")),
        ({"history": {"singlefile": {}}}, (URL, "2020-09-13T12:26:40Z")),
        ({"history": {"singlefile": [None]}, "timestamp": None}, (URL, None)),
        ({"history": None, "downloaded_at": "2024-10-01T08:00:00Z"}, (URL, "2024-10-01T08:00:00Z")),
        ({"history": None, "timestamp": "nan"}, (URL, None)),
        ({"history": None, "timestamp": "1e400"}, (URL, None)),
        ({"history": None, "timestamp": "253402300799"}, (URL, None)),
        ({"history": None, "timestamp": "-62135596800"}, (URL, None)),
        ({"history": None, "timestamp": [1]}, (URL, None)),
        ({"history": {"singlefile": [{"start_ts": "9999-12-31T23:59:59-12:00"}]}, "timestamp": "0"}, (URL, None)),
        ({"url": ["x"]}, (None, "2020-09-13T12:30:00Z")),
        ({"url": "https://user:word@herald.example/"}, (None, "2020-09-13T12:30:00Z")),
    ],
)
def test_what_an_index_says_is_believed_as_far_as_it_can_be(read, snapshot, page, changes, expected):
    captures, _ = read(snapshot({"singlefile.html": page}, index(**changes)))
    capture = captures[f"{SNAPSHOT}#singlefile.html"]
    assert (capture.url, capture.captured) == expected


@pytest.mark.parametrize(
    "place", ["../../secret.html", "/etc/passwd", "link.html", "in/secret.html", "x\0y", "n" * 500]
)
def test_nothing_outside_a_snapshot_is_read(read, snapshot, page, tmp_path, place):
    """What an index names may be any file of this machine."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "secret.html").write_bytes(page)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "secret.html").write_bytes(page)
    name = snapshot({}, index(history={"wget": [{"output": place}]}))
    folder = tmp_path / name
    (folder / "link.html").symlink_to(tmp_path / "secret" / "secret.html")
    (folder / "in").symlink_to(tmp_path / "secret")
    (folder / "singlefile.html").symlink_to(tmp_path / "secret" / "secret.html")
    captures, failures = read(name)
    assert not captures
    assert "there is none" in failures[name]


def test_a_folder_that_a_link_stands_for_is_told(tmp_path, snapshot, page):
    snapshot({"singlefile.html": page})
    Path(tmp_path / "data" / "archive").rename(tmp_path / "elsewhere")
    (tmp_path / "data" / "archive").symlink_to(tmp_path / "elsewhere")
    assert tmp_path / "data" / "archive" in find_captures([tmp_path / "data"])


def test_of_a_warc_the_page_of_the_snapshots_address_is_the_capture(read, snapshot, page):
    records = []
    for url, body in ((f"{URL}/frame", b"<p>A frame."), (URL, page)):
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        headers = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-09-13T12:41:00Z\r\n"
        length = f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        records.append(gzip.compress((headers + length).encode() + answer + b"\r\n\r\n"))
    warc = b"".join(records)
    name = snapshot({"warc/1600000000.warc.gz": warc, "herald.example/2025/plan.html": b"<p>Links rewritten."})
    captures, failures = read(name)
    assert not failures
    ((origin, capture),) = captures.items()
    assert origin.startswith(f"{SNAPSHOT}#warc/1600000000.warc.gz#")
    assert (capture.payload, capture.url, capture.captured) == (page, URL, "2020-09-13T12:41:00Z")
