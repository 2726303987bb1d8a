"""Pictures are found again in every kind of file that holds them, for the pages that want them alone."""

import gzip
import json
from base64 import b64encode

import pytest
from tests.archives import tarred, zipped

from morgue.capture import open_pictures
from morgue.capture.held import name_of
from morgue.limits import STANDARD

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
OTHER = b"\xff\xd8\xff\xe0" + bytes(range(150))
INSIDE = name_of(PNG)
WITH_DATA = b'<!DOCTYPE html><html><body><img src="data:image/png;base64,' + b64encode(PNG) + b'"></body></html>'
PAGE = b'<!DOCTYPE html><html><body><img src="plan_files/quay.png"></body></html>'


def mhtml(page=PAGE):
    picture = b64encode(PNG)
    return (
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: base64\nContent-Location: https://herald.example/plan\n\n"
        + b64encode(page)
        + b"\n"
        b"--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        b"Content-Location: https://herald.example/quay.png\nContent-ID: <quay@herald>\n\n" + picture + b"\n--B--\n"
    )


MEMBERS = [("a/plan_files/quay.png", PNG), ("a/plan.html", PAGE), ("a/data.html", WITH_DATA), ("a/other.png", OTHER)]
BESIDE = {"a/plan.html": ["plan_files/quay.png"], "a/data.html": [INSIDE]}


def held(tmp_path, name, payload, wanted):
    (tmp_path / name).write_bytes(payload)
    return {(each.member, each.source): each.payload for each in open_pictures(tmp_path / name, wanted, STANDARD)}


@pytest.mark.parametrize("source", ["https://herald.example/quay.png", "cid:quay@herald"])
def test_parts_of_a_mime_file_by_address_and_by_id(tmp_path, source):
    wanted = {"": [source, "https://herald.example/other.png"]}
    assert held(tmp_path, "x.mhtml", mhtml(), wanted) == {("", source): PNG}


def test_what_the_page_of_a_mime_file_holds_in_its_text(tmp_path):
    assert held(tmp_path, "x.mhtml", mhtml(WITH_DATA), {"": [INSIDE]}) == {("", INSIDE): PNG}


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("x.zip", zipped(MEMBERS)),
        ("x.tar", tarred(MEMBERS)),
        ("x.tar", tarred(reversed(MEMBERS))),
        ("x.tgz", gzip.compress(tarred(MEMBERS))),
    ],
)
def test_members_beside_a_page_and_in_its_text(tmp_path, name, payload):
    found = held(tmp_path, name, payload, BESIDE)
    assert found == {("a/plan.html", "plan_files/quay.png"): PNG, ("a/data.html", INSIDE): PNG}


@pytest.mark.parametrize("source", ["../secret_files/x.png", "plan_files/../other.png", "/a/other.png", "other.png"])
def test_nothing_but_what_belongs_to_the_page(tmp_path, source):
    assert held(tmp_path, "x.zip", zipped(MEMBERS), {"a/plan.html": [source]}) == {}


def test_in_archives_in_archives(tmp_path):
    payload = tarred([("in.zip", zipped(MEMBERS)), ("page.mhtml", mhtml())])
    wanted = {f"in.zip#{member}": sources for member, sources in BESIDE.items()}
    wanted["page.mhtml"] = ["cid:quay@herald"]
    found = held(tmp_path, "x.tar", payload, wanted)
    assert found == {
        ("in.zip#a/plan.html", "plan_files/quay.png"): PNG,
        ("in.zip#a/data.html", INSIDE): PNG,
        ("page.mhtml", "cid:quay@herald"): PNG,
    }


def test_of_a_page_that_unpacks_itself(tmp_path):
    packed = zipped([("index.html", b'<img src="images/0.png">'), ("images/0.png", PNG), ("images/1.png", OTHER)])
    payload = b"<!DOCTYPE html><html data-sfz><body><!--" + packed
    assert held(tmp_path, "x.html", payload, {"": ["images/0.png"]}) == {("", "images/0.png"): PNG}


def test_of_a_snapshot_of_archivebox(tmp_path):
    folder = tmp_path / "1600000000.1"
    folder.mkdir()
    (folder / "index.json").write_text(json.dumps({"url": "https://herald.example/plan"}))
    (folder / "singlefile.html").write_bytes(WITH_DATA)
    found = list(open_pictures(folder, {"singlefile.html": [INSIDE]}, STANDARD))
    assert [tuple(each) for each in found] == [("singlefile.html", INSIDE, PNG)]


def test_a_damaged_file_holds_what_comes_before_the_damage(tmp_path):
    assert held(tmp_path, "x.tar", tarred(MEMBERS)[:1100], BESIDE) == {("a/plan.html", "plan_files/quay.png"): PNG}
    assert held(tmp_path, "x.zip", zipped(MEMBERS)[:-30], BESIDE) == {}
    assert held(tmp_path, "x.mhtml", mhtml()[:-80], {"": ["cid:quay@herald"]}) == {}
