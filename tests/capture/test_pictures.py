"""The pictures that a saved page holds come out by the names that its clipping has for them, and nothing else does."""

import base64
import gzip
import hashlib
import io
import zipfile

import pytest

from morgue.capture import find_captures, open_pictures
from morgue.limits import Limits

PICTURE = bytes(range(256)) * 4
PACKED = base64.b64encode(PICTURE).decode()
NAME = f"data:{hashlib.sha256(PICTURE).hexdigest()}"
PAGE = "<!DOCTYPE html><html><body><p>The council met.</p>{}</body></html>"


def held(path, *wanted, **limits):
    return list(open_pictures(path, {"": wanted}, Limits(**{"bytes": 10_000, **limits})))


@pytest.mark.parametrize(
    "written",
    [
        f'<img src="data:image/png;base64,{PACKED}">',
        f"<img src='DATA:image/png;charset=x;BASE64,{PACKED}'>",
        f"<img src=data:image/png;base64,{PACKED.replace('=', '&#61;').replace('+', '&plus;')}>",
        f'<img srcset="data:image/png;base64,{PACKED} 2x, /a.png">',
        f'<img src="data:image/png;base64,{PACKED[:76]}\n  {PACKED[76:]}">',
        f'<img src="data:image/png,{"".join(f"%{byte:02x}" for byte in PICTURE)}">',
        f"<style>:root{{--p:url(data:image/png;base64,{PACKED})}}</style>",
    ],
)
def test_a_picture_in_the_page_itself(written, tmp_path):
    for encoding in ("utf-8", "utf-16"):
        path = tmp_path / f"{encoding}.html"
        path.write_text(PAGE.format(written), encoding=encoding)
        assert held(path, NAME) == [("", NAME, PICTURE)]
        assert held(path, f"data:{'0' * 64}") == []


def test_a_packed_page_is_unpacked_for_its_pictures(tmp_path):
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE.format(f'<img src="data:image/png;base64,{PACKED}">').encode()))
    assert held(path, NAME) == [("", NAME, PICTURE)]
    assert held(path, NAME, bytes=500) == []


@pytest.fixture
def complete(tmp_path):
    """Return a page with a folder beside it, and a file outside of that."""
    path = tmp_path / "captures" / "The plan.html"
    (path.parent / "The plan_files" / "in").mkdir(parents=True)
    path.write_text(PAGE.format(""))
    (path.parent / "The plan_files" / "lock.jpg").write_bytes(PICTURE)
    (path.parent / "The plan_files" / "in" / "pier.jpg").write_bytes(PICTURE[::-1])
    (path.parent / "The plan_files" / "empty.jpg").touch()
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (path.parent / "beside.jpg").write_bytes(b"beside")
    (path.parent / "The plan_files" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (path.parent / "The plan_files" / "linked").symlink_to(tmp_path, target_is_directory=True)
    return path


@pytest.mark.parametrize(
    "source", ["The plan_files/lock.jpg", "./The plan_files/lock.jpg", "The%20plan_files/lock.jpg?v=2#top"]
)
def test_a_picture_in_the_folder_beside_a_page(complete, source):
    assert held(complete, source, "https://herald.example/lock.jpg") == [("", source, PICTURE)]


def test_a_picture_deeper_in_that_folder(complete):
    assert [each.payload for each in held(complete, "The plan_files/in/pier.jpg")] == [PICTURE[::-1]]


@pytest.mark.parametrize(
    "source",
    [
        *("../secret.jpg", "The plan_files/../../secret.jpg", "The plan_files/%2e%2e/beside.jpg", "beside.jpg"),
        *("The plan_files/link.jpg", "The plan_files/linked/secret.jpg", "/etc/passwd", "The plan_files//lock.jpg"),
        *("The plan_files/empty.jpg", "The plan_files/none.jpg", "The plan_files", "The plan_files\\lock.jpg", ""),
        *("The plan_files/lock.jpg%00", "file:///etc/passwd", "other_files/lock.jpg", "The plan_files/" + "x" * 5000),
    ],
)
def test_nothing_outside_of_that_folder_is_read(complete, source):
    good = "The plan_files/lock.jpg"
    assert held(complete, source, good) == [("", good, PICTURE)]


def test_a_picture_larger_than_allowed_is_not_held(complete):
    assert held(complete, "The plan_files/lock.jpg", bytes=len(PICTURE) - 1) == []


def test_the_folder_beside_a_page_holds_no_captures(complete):
    (complete.parent / "notes_files").mkdir()
    (complete.parent / "notes_files" / "page.html").write_text(PAGE)
    (complete.parent / "The plan_files" / "frame.html").write_text(PAGE)
    found = [path.relative_to(complete.parent).as_posix() for path in find_captures([complete.parent])]
    assert found == ["The plan.html", "beside.jpg", "notes_files/page.html"]


def test_what_holds_no_pictures_gives_none(tmp_path):
    for name, payload in (
        ("a.txt", b"A plan\n\nThe council met."),
        ("b.zip", b"PK\3\4"),
        ("c.html", b""),
        ("d.gz", b"\x1f\x8b\x08"),
    ):
        (tmp_path / name).write_bytes(payload)
        assert held(tmp_path / name, NAME) == []
    assert held(tmp_path / "none.html", NAME) == []


def test_each_page_of_an_archive_has_its_own(tmp_path):
    page = PAGE.format(f'<img src="data:image/png;base64,{PACKED}">')
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.html", page)
        archive.writestr("b.html", page)
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        for name in ("a", "a.html", "a.zip.html", "a.zip!.html"):
            archive.writestr(name, page)
        archive.writestr("a.zip", inner.getvalue())
    wanted = {member: {NAME} for member in ("a.html", "a.zip#b.html", "a.zip.html", "a.zip#a.html")}
    assert {each.member for each in open_pictures(tmp_path / "x.zip", wanted, Limits())} == set(wanted)
    few = {"a.zip#b.html": {NAME}}
    assert [each.member for each in open_pictures(tmp_path / "x.zip", few, Limits())] == ["a.zip#b.html"]
