"""The records of a WARC become captures that can be found again."""

import gzip
import io

import pytest
from tests.capture.warc.warcs import DATE, SITE, http, packed, page, read, record, response, words
from warcio.archiveiterator import ArchiveIterator

from morgue.authority.sidecar import Sidecar

WARCINFO = record("warcinfo", b"software: none\r\n", Content_Type="application/warc-fields")
RECORDS = [WARCINFO, record("request", b"GET / HTTP/1.1\r\n\r\n"), response("/a"), response("/b"), response("/c")]
FORMS = {
    "plain": b"".join,
    "packed": packed,
    "packed as one": lambda records: gzip.compress(b"".join(records), mtime=0),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_answer_with_a_page_is_a_capture(form):
    captures, failures = read(FORMS[form](RECORDS))
    assert not failures
    assert [capture.url for capture in captures] == [f"{SITE}/a", f"{SITE}/b", f"{SITE}/c"]
    assert words(captures) == ["What /a says.", "What /b says.", "What /c says."]
    assert {(capture.captured, capture.media_type, capture.charset) for capture in captures} == {
        (DATE, "text/html", "utf-8")
    }


@pytest.mark.parametrize("form", ["plain", "packed"])
def test_at_the_offset_that_an_origin_names_is_its_record(form):
    data = FORMS[form](RECORDS)
    for capture in read(data)[0]:
        name, _, offset = capture.origin.partition("#")
        assert name == "x.warc.gz"
        there = next(iter(ArchiveIterator(io.BytesIO(data[int(offset) :]))))
        assert there.rec_headers.get_header("WARC-Target-URI") == capture.url
        assert there.content_stream().read() == capture.payload


def test_in_a_member_with_several_records_the_origin_says_how_far_inside_each_is():
    data = gzip.compress(WARCINFO, mtime=0) + gzip.compress(response("/a") + response("/b"), mtime=0)
    places = [capture.origin.partition("#")[2] for capture in read(data)[0]]
    first, inside = len(gzip.compress(WARCINFO, mtime=0)), len(response("/a"))
    assert places == [f"{first}", f"{first}+{inside}"]
    assert gzip.decompress(data[first:])[inside:].startswith(b"WARC/")


def test_records_may_be_spread_over_members():
    whole = b"".join(RECORDS)
    data = b"".join(gzip.compress(whole[at : at + 100], mtime=0) for at in range(0, len(whole), 100))
    captures, failures = read(data)
    assert words(captures) == ["What /a says.", "What /b says.", "What /c says."]
    assert not failures


def test_a_redirect_is_an_address_of_the_page_to_which_it_leads():
    asked = []
    moved = [
        response("/old", b"", {"status": "HTTP/1.1 301 Moved", "Location": "/older?a=1#part"}),
        response("/older?a=1", b"", {"status": "HTTP/1.1 302 Found", "Location": f"{SITE}/new"}),
        response("/loop", b"", {"status": "HTTP/1.1 302 Found", "Location": "/old"}),
        response("/older?a=1", b"", {"status": "HTTP/1.1 302 Found", "Location": "/loop"}),
    ]
    captures, failures = read(
        packed([*moved, response("/new")]), described=lambda *said: asked.append(said) or Sidecar()
    )
    assert [capture.url for capture in captures] == [f"{SITE}/new"]
    assert not failures
    assert set(asked[0][1:]) == {f"{SITE}/new", f"{SITE}/older?a=1", f"{SITE}/old", f"{SITE}/loop"}


def test_a_revisit_is_the_page_again_at_its_own_time():
    first = response("/a", WARC_Record_ID="<urn:uuid:1>", WARC_Payload_Digest="sha1:ABC")
    later = "2025-09-02T10:20:30Z"
    for said in (
        {"WARC_Refers_To": "<urn:uuid:1>"},
        {"WARC_Refers_To_Target_URI": f"{SITE}/a", "WARC_Refers_To_Date": DATE},
        {"WARC_Payload_Digest": "sha1:ABC"},
        {},
    ):
        again = record("revisit", http(), WARC_Target_URI=f"{SITE}/a", **{**said, "WARC_Date": later})
        for form in ("plain", "packed"):
            captures, failures = read(FORMS[form]([first, again, response("/b")]))
            assert not failures
            assert words(captures) == ["What /a says.", "What /a says.", "What /b says."]
            assert [capture.captured for capture in captures] == [DATE, later, DATE]
            assert captures[0].sha256 == captures[1].sha256
            assert captures[0].origin != captures[1].origin


def test_a_file_without_a_page_says_what_it_holds():
    _, failures = read(packed([WARCINFO, response("/a.png", b"\x89PNG", {"media_type": "image/png"})]))
    assert failures == {"x.warc.gz": "it holds no page, but 1 response, 1 warcinfo"}


def test_a_file_without_a_record_says_so():
    assert read(gzip.compress(b"", mtime=0))[1] == {"x.warc.gz": "it holds no record; capture the pages again"}
    assert "no WARC record begins here" in read(b"What /a says.")[1]["x.warc.gz#0"]


def test_a_text_is_a_capture_and_a_page_that_is_sent_as_one_a_page():
    plain = {"media_type": "text/plain"}
    captures, _ = read(packed([response("/a", b"A plan\n", plain), response("/b", page("It is."), plain)]))
    assert [capture.media_type for capture in captures] == ["text/plain", "text/html"]
