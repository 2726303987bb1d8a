"""Files become captures, or say why not."""

import gzip
import hashlib
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, capture_of, find_captures, open_captures
from morgue.limits import Limits

PAGE = b"<!DOCTYPE html><html><body><p>The council met.</p></body></html>"
DUMP = b"A plan for the harbour\n\nThe council met.\n"
LIMIT = 1000

PACKED_FOUR_TIMES = gzip.compress(gzip.compress(gzip.compress(gzip.compress(PAGE))))


def write(folder, name, payload=PAGE):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(payload)
    return path


def opened(path, sidecar=None, **limits):
    described = lambda *_: sidecar or Sidecar()  # noqa: E731
    [capture] = open_captures(path, path.name, described, Limits(**{"bytes": LIMIT, **limits}))
    return capture


def test_every_file_is_found_but_hidden_ones_and_sidecars_in_the_order_of_its_path(tmp_path):
    for name in (
        "b/two.html",
        "b.html",
        "a/one.txt.gz",
        "notes.docx",
        ".hidden.html",
        ".git/x.html",
        "b.html.meta.yml",
    ):
        write(tmp_path, name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_captures([tmp_path, tmp_path / "b"])]
    assert found == ["a/one.txt.gz", "b.html", "b/two.html", "notes.docx"]


def test_a_path_that_is_a_file_stands_for_itself(tmp_path):
    path = write(tmp_path, "page.html")
    assert find_captures([path]) == [path]


def test_a_folder_that_does_not_exist_is_an_error_that_names_it(tmp_path):
    with pytest.raises(CaptureError, match=r"nowhere.*MORGUE_CAPTURES"):
        find_captures([tmp_path / "nowhere"])


def test_a_link_to_a_folder_is_reported_and_not_followed(tmp_path):
    write(tmp_path / "outside", "page.html")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "outside")
    (found,) = find_captures([tmp_path / "in"])
    with pytest.raises(CaptureError, match="link"):
        opened(found)


def test_a_link_to_a_file_is_reported_and_not_followed(tmp_path):
    """A stranger's folder may link to any file of this machine, or to itself."""
    for name, target in (("secret.html", write(tmp_path / "outside", "page.html")), ("loop.html", "loop.html")):
        (tmp_path / name).symlink_to(target)
        with pytest.raises(CaptureError, match="link"):
            opened(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.txt", "text/plain"),
        ("a.html.gz", "text/html"),
        ("a.txt.gz", "text/plain"),
        ("a.gz", "text/html"),
        ("a", "text/html"),
        ("a.txt", "text/html"),
        ("a.docx", "text/html"),
        ("a.warc", "text/html"),
        ("a.warc.gz", "text/html"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_the_format_is_known_by_what_the_file_holds(tmp_path, name, media_type, packed):
    payload = PAGE if media_type == "text/html" else DUMP
    path = write(tmp_path, name, gzip.compress(payload) if packed else payload)
    capture = opened(path)
    assert (capture.origin, capture.payload, capture.media_type) == (name, payload, media_type)
    assert capture.sha256 == hashlib.sha256(payload).hexdigest()


@pytest.mark.parametrize(
    ("name", "payload", "reason"),
    [
        ("empty.html", b"", "the file is empty"),
        ("blank.txt", b" \n\0", "the file is empty"),
        ("empty.html.gz", gzip.compress(b"", mtime=0), "the file is empty"),
        ("large.html", b"x" * (LIMIT + 1), "larger than 1000 bytes; raise MORGUE_MAX_BYTES"),
        (
            "bomb.html.gz",
            gzip.compress(b"x" * 10_000_000, 9, mtime=0)[:LIMIT],
            "larger than 1000 bytes; raise MORGUE_MAX_BYTES",
        ),
        ("broken-off.html.gz", gzip.compress(PAGE, mtime=0)[:-9], "breaks off before its end"),
        ("damaged.html.gz", gzip.compress(PAGE, mtime=0)[:10] + b"\xff" * 40, "no readable gzip"),
        ("nothing.html.gz", b"", "the file is empty"),
        ("members.html.gz", gzip.compress(b"", mtime=0)[:20] * 45, "empty parts"),
        ("page.docx", b"PK\3\4", r"not supported; known are HTML, MHTML, .*zip"),
        ("page.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\2\3\4\5\6\7", "not supported"),
        ("page", DUMP, "not supported"),
        ("script.js", b"let page = 1;", "not supported"),
        ("nested.html.gz", PACKED_FOUR_TIMES, "archives inside each other"),
    ],
)
def test_a_file_that_is_no_capture_says_why_and_what_to_do(tmp_path, monkeypatch, name, payload, reason):
    monkeypatch.setattr("morgue.capture.unpacked._MOST_EMPTY", 800)
    with pytest.raises(CaptureError, match=reason):
        opened(write(tmp_path, name, payload))


def test_a_file_that_is_gone_or_no_regular_file_says_so(tmp_path):
    with pytest.raises(CaptureError, match="cannot be read"):
        opened(tmp_path / "gone.html")
    with pytest.raises(CaptureError, match=r"cannot be read \(File name too long"):
        opened(tmp_path / f"{'long' * 100}.html")
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(CaptureError, match="no regular file"):
        opened(tmp_path / "pipe.html")


def test_a_page_of_any_size_is_read_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("morgue.capture.source._PIECE", 7)
    for size in (LIMIT - 1, LIMIT):
        assert len(opened(write(tmp_path, "a.html", b"x" * size)).payload) == size


def test_members_of_a_gzip_file_are_one_payload(tmp_path):
    path = write(tmp_path, "a.txt.gz", gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0")
    assert opened(path).payload == b"one two"


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0031)https://herald.example/2025/plan -->", "https://herald.example/2025/plan"),
        (
            "<!--\n Page saved with SingleFile \n url: https://herald.example/a?b=1 \n saved date: x\n-->",
            "https://herald.example/a?b=1",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- saved from url=(0020)javascript:alert(1) -->", None),
    ],
)
def test_the_address_that_a_browser_noted_is_read(comment, url):
    assert capture_of(comment.encode() + PAGE, "a.html").url == url
    assert capture_of(("\ufeff" + comment + PAGE.decode()).encode("utf-16"), "a.html").url == url


def test_the_sidecar_gives_address_and_date(tmp_path):
    sidecar = Sidecar(url="https://herald.example/plan", captured="2025-09")
    capture = opened(write(tmp_path, "a.html", b"<!-- saved from url=(0022)https://other.example/ -->" + PAGE), sidecar)
    assert (capture.url, capture.captured, capture.sidecar) == (sidecar.url, "2025-09", sidecar)


@pytest.mark.parametrize(("payload", "kind"), [(PAGE, "text/html"), (b"A title\n\nText <b>", "text/plain")])
def test_a_payload_without_a_name_is_a_page_when_it_begins_with_a_tag(payload, kind):
    assert capture_of(payload, "-").media_type == kind


@given(st.binary(max_size=300))
def test_whatever_a_packed_file_holds_it_is_a_payload_or_a_capture_error(payload):
    from morgue.capture.packed import unpack

    try:
        assert len(unpack(payload, LIMIT)) <= LIMIT
    except CaptureError as error:
        assert str(error)  # noqa: PT017 -- both outcomes are right


def test_a_folder_that_cannot_be_read_is_reported(tmp_path, monkeypatch):
    """Its captures are not passed over in silence. Nothing is denied to root, hence the patch."""
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def denied(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", denied)
    assert find_captures([tmp_path]) == [tmp_path / "closed"]
    with pytest.raises(CaptureError, match="folder cannot be read"):
        opened(tmp_path / "closed")


def test_what_a_browser_saved_beside_a_page_belongs_to_that(tmp_path):
    for name in (
        "plan.html",
        "plan_files/frame.html",
        "plan.v2.htm",
        "plan.v2-Dateien/a.css",
        "sub/x.html",
        "plan_archivos/a.css",
        "loose_files/page.html",
        "sub/plan_files/page.html",
        "_files/page.html",
    ):
        write(tmp_path, name)
    found = [path.relative_to(tmp_path).as_posix() for path in find_captures([tmp_path])]
    assert found == [
        "_files/page.html",
        "loose_files/page.html",
        "plan.html",
        "plan.v2.htm",
        "sub/plan_files/page.html",
        "sub/x.html",
    ]
