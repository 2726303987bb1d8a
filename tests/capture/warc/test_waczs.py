"""The pages of a WACZ, and what is not as its maker put it in."""

import gzip
import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.capture.warc.waczs import WARC, described, listed, opened, wacz, zipped
from tests.capture.warc.warcs import DATE, SITE, http, packed, page, record, response, words

from morgue.authority.sidecar import Sidecar

A, B, C = "What /a says.", "What /b says.", "What /c says."
ONE = {"archive/one.warc.gz": WARC}
MOVED = [response("/old", b"", {"status": "HTTP/1.1 301 Moved", "Location": "/b"})]


@pytest.mark.parametrize("compression", [0, ZIP_DEFLATED])
def test_only_what_the_list_names_is_a_capture(compression):
    captures, failures = opened(wacz({**ONE, "pages/pages.jsonl": listed("/a", "/c#part")}, compression=compression))
    assert not failures
    assert words(captures) == [A, C]
    second = len(WARC) - len(packed([response("/c")]))
    assert [capture.origin for capture in captures] == [
        "x.wacz#archive/one.warc.gz#0",
        f"x.wacz#archive/one.warc.gz#{second}",
    ]


def test_every_list_counts_and_every_warc():
    members = {
        "archive/2.warc": b"".join([response("/b"), response("/d")]),
        "archive/1.warc.gz": packed([response("/c"), response("/a")]),
        "pages/pages.jsonl": listed("/a"),
        "pages/extraPages.jsonl": listed("/b"),
    }
    captures, failures = opened(wacz(members))
    assert not failures
    assert [(capture.url, capture.origin.split("#")[1]) for capture in captures] == [
        (f"{SITE}/a", "archive/1.warc.gz"),
        (f"{SITE}/b", "archive/2.warc"),
    ]


@pytest.mark.parametrize("pages", [None, b"", b"\n", b'{"format": "json-pages-1.0"}\n'])
def test_without_a_list_every_page_is_a_capture(pages):
    captures, failures = opened(wacz(ONE if pages is None else {**ONE, "pages/pages.jsonl": pages}))
    assert not failures
    assert words(captures) == [A, B, C]


def test_where_no_page_of_the_list_is_there_every_page_is_a_capture():
    broken = gzip.compress(record("response", http(page("x")), length="x"))
    captures, failures = opened(wacz({"archive/1.warc.gz": WARC + broken, "pages/pages.jsonl": listed("/x", "/y")}))
    assert words(captures) == [A, B, C]
    assert list(failures) == [f"x.wacz#archive/1.warc.gz#{len(WARC)}", "x.wacz#pages/pages.jsonl"]
    assert "none of its 2 pages" in failures["x.wacz#pages/pages.jsonl"]


def test_a_listed_page_is_reached_by_a_redirect_wherever_that_stands():
    for records in ([*MOVED, response("/b")], [response("/b"), *MOVED]):
        members = {"archive/1.warc.gz": packed([response("/a"), *records]), "pages/pages.jsonl": listed("/a", "/old")}
        captures, failures = opened(wacz(members))
        assert not failures
        assert words(captures) == [A, B]


def test_a_listed_page_is_found_though_its_time_differs():
    captures, failures = opened(wacz({**ONE, "pages/pages.jsonl": listed("/b", "/a", time="2020-01-01T00:00:00.123Z")}))
    # neither was met while the file was read, so that all of it is taken in
    assert words(captures) == [A, B, C]
    assert list(failures) == ["x.wacz#pages/pages.jsonl"]
    both = listed("/a") + listed("/b", time="2020-01-01T00:00:00.123Z")
    captures, failures = opened(wacz({**ONE, "pages/pages.jsonl": both}))
    assert (words(captures), failures) == ([A, B], {})


def test_a_listed_page_that_no_warc_holds_is_a_failure_with_its_address():
    gone = response("/gone", page("gone"), {"status": "HTTP/1.1 404 Not Found"})
    members = {"archive/1.warc.gz": WARC + packed([gone]), "pages/pages.jsonl": listed("/a", "/x", "/gone")}
    captures, failures = opened(wacz(members))
    assert words(captures) == [A]
    assert list(failures) == [f"x.wacz#{SITE}/x", f"x.wacz#{SITE}/gone"]
    assert all("no WARC" in reason for reason in failures.values())


def test_a_revisit_finds_its_page_in_another_warc():
    first = response("/a", WARC_Record_ID="<urn:1>")
    again = record("revisit", WARC_Target_URI=f"{SITE}/a", WARC_Refers_To="<urn:1>", WARC_Date="2025-09-02T00:00:00Z")
    captures, failures = opened(wacz({"archive/1.warc.gz": packed([first]), "archive/2.warc.gz": packed([again])}))
    assert not failures
    assert [(said, capture.captured) for said, capture in zip(words(captures), captures, strict=True)] == [
        (A, DATE),
        (A, "2025-09-02T00:00:00Z"),
    ]


CHANGED = {
    "a changed WARC": ({"archive/one.warc.gz": WARC + packed([record("metadata")])}, "archive/one.warc.gz", "differs"),
    "a changed list": ({"pages/pages.jsonl": listed("/a", "/b", "/c")}, "pages/pages.jsonl", "differs"),
    "a member taken out": ({"notes.txt": None}, "notes.txt", "does not hold it"),
    "a member put in": ({"archive/two.warc.gz": WARC}, "archive/two.warc.gz", "does not list it"),
    "no description": ({"datapackage.json": None}, "datapackage.json", "missing"),
    "a changed description": (
        {"datapackage-digest.json": b'{"path": "datapackage.json", "hash": "sha256:00"}'},
        "datapackage.json",
        "differs",
    ),
    "a digest of nothing": ({"datapackage-digest.json": b"[]"}, "datapackage.json", "no digest"),
    "a description of nothing": (
        {"datapackage.json": b'{"resources": 5}', "datapackage-digest.json": None},
        "datapackage.json",
        "lists no files",
    ),
    "a description that is no JSON": (
        {"datapackage.json": b"[" * 100_000, "datapackage-digest.json": None},
        "datapackage.json",
        "lists no files",
    ),
}


@pytest.mark.parametrize("name", CHANGED)
def test_what_was_changed_is_told_and_what_it_holds_read(name):
    changed, member, reason = CHANGED[name]
    members = {**ONE, "pages/pages.jsonl": listed("/a", "/b"), "notes.txt": b"notes"}
    captures, failures = opened(wacz(members, changed))
    assert words(captures)[:2] == [A, B]
    assert list(failures) == [f"x.wacz#{member}"]
    assert reason in failures[f"x.wacz#{member}"]


def test_rows_of_an_archivist_reach_a_page_by_the_address_that_led_there():
    said = []

    def asked(member, url, *also):
        said.append((member, url, *also))
        return Sidecar()

    opened(
        wacz({"archive/1.warc.gz": packed([*MOVED, response("/b")]), "pages/pages.jsonl": listed("/old")}),
        described=asked,
    )
    [(member, *urls)] = said
    assert member.startswith("archive/1.warc.gz#")
    assert urls == [f"{SITE}/b", f"{SITE}/old"]


def test_a_wacz_as_browsertrix_makes_them():
    """Texts, screenshots and what it notes of each page are records of their own, and none of them pages."""
    records = [
        record("warcinfo", b"software: none\r\n", version="1.1"),
        response("/a", version="1.1", WARC_Page_ID="1"),
        record("resource", b"What it says.", WARC_Target_URI=f"urn:text:{SITE}/a", Content_Type="text/plain"),
        record("resource", b"{}", WARC_Target_URI=f"urn:pageinfo:{SITE}/a", Content_Type="application/json"),
        record("resource", b"\x89PNG", WARC_Target_URI=f"urn:view:{SITE}/a", Content_Type="image/png"),
        response("/frame", version="1.1"),
    ]
    members = {
        "archive/rec-1.warc.gz": packed(records[:4]),
        "archive/rec-2.warc.gz": packed(records[4:]),
        "indexes/index.cdx.gz": gzip.compress(b""),
        "logs/crawl.log": b"{}\n",
        "pages/pages.jsonl": listed("/a", time="2025-09-01T10:20:28.101Z"),
        "pages/extraPages.jsonl": listed(),
    }
    captures, failures = opened(wacz(members))
    assert (words(captures), failures) == ([A], {})


def test_a_zip_file_that_only_begins_like_a_wacz_is_a_zip_file():
    captures, failures = opened(zipped({"archive/page.html": page("A page.")}))
    assert (words(captures), failures) == (["A page."], {})
    assert captures[0].origin == "x.wacz#archive/page.html"


def test_a_wacz_in_a_zip_file_is_read():
    data = zipped({"inner.wacz": wacz({**ONE, "pages/pages.jsonl": listed("/a")})})
    captures, failures = opened(data)
    assert (words(captures), failures) == ([A], {})
    assert captures[0].origin == "x.wacz#inner.wacz#archive/one.warc.gz#0"


def test_a_wacz_is_written_down_as_python_reads_it():
    """What these tests make is sound itself."""
    with ZipFile(io.BytesIO(wacz(ONE))) as archive:
        assert archive.testzip() is None
    assert set(described(ONE)) == {"datapackage.json", "datapackage-digest.json"}


def test_a_page_listed_before_its_redirect_cannot_be_looked_up_in_a_warc_that_is_packed_twice():
    away = {"status": "HTTP/1.1 301 Moved", "Location": "/a"}
    warc = packed([response("/a"), response("/b"), response("/from", b"", away)])
    members = {"archive/x.warc.gz": warc, "pages/pages.jsonl": listed("/b", "/from")}
    captures, failures = opened(wacz(members, compression=ZIP_DEFLATED))
    assert words(captures) == ["What /b says."]
    (reason,) = failures.values()
    assert "packed twice" in reason
    assert words(opened(wacz(members))[0]) == ["What /b says.", "What /a says."]
