"""Hostile WARCs: each says what is wrong, and what stands beside it is read."""

import gzip
import io
import re
import time
import zlib
from zipfile import ZipFile

import pytest
from tests.capture.warc.waczs import listed, opened, wacz
from tests.capture.warc.warcs import LIMITS, SITE, http, packed, page, read, record, response, words

from morgue.capture import CaptureError
from morgue.capture.listing import Listing
from morgue.limits import Limits

PAGES = [response(f"/{number}", page(f"{number} {'words ' * 40}")) for number in range(10)]
A, B, C = "What /a says.", "What /b says.", "What /c says."


def damaged(packed_record):
    """Return a packed record with its middle overwritten."""
    half = len(packed_record) // 2
    return packed_record[:half] + b"\xff" * 12 + packed_record[half + 12 :]


@pytest.mark.parametrize("form", [packed, b"".join], ids=["packed", "plain"])
@pytest.mark.parametrize("tenths", range(1, 10))
def test_truncated_at_every_tenth(form, tenths):
    whole = form(PAGES)
    cut = whole[: len(whole) * tenths // 10 + 1]
    captures, failures = read(cut)
    ends = [len(form(PAGES[: count + 1])) for count in range(len(PAGES))]
    assert len(captures) == sum(end - 4 <= len(cut) for end in ends)  # a line's end may lack
    [(place, reason)] = failures.items()
    assert place == f"x.warc.gz#{([0, *ends])[len(captures)]}"
    assert "breaks off" in reason


BROKEN = {
    "no length": (record("response", http(page("x")), length="", WARC_Target_URI=SITE), "Content-Length is no length"),
    "negative length": (response(length="-5"), r"no length \('-5'\)"),
    "length of another script": (response(length="١٢"), "no length"),
    "endless length": (response(length="9" * 30), "no length"),
    "two lengths": (response("/x", length="5\r\nContent-Length: 9"), r"no length \('5, 9'\)"),
    "too short a length": (response("/x", length="60"), "Content-Length is wrong"),
    "too great a length": (response("/x", length="9999999"), "Content-Length says 9999999"),
    "header without an end": (b"WARC/1.0\r\n" + b"X-A: " + b"a" * 300_000, "no end in"),
    "header of lines without an end": (b"WARC/1.0\r\n" + b"a: b\r\n" * 60_000, "no end in"),
    "no version": (b"WARC/\r\n\r\n\r\n", "no length"),
    "garbage": (b"\x89\xff\0\x01" * 30, "no WARC record begins here"),
    "another format": (b"<!doctype html><p>A page.", "no WARC record begins here"),
    "HTTP 0.9": (response("/x", answer={"status": "<html>"}), "does not begin with HTTP/"),
    "status of no kind": (response("/x", answer={"status": "HTTP/1.1 OK"}), "status of its HTTP response is none"),
    "no status": (response("/x", answer={"status": "HTTP/1.1"}), "status of its HTTP response is none"),
    "a part of a page": (response("/x", answer={"status": "HTTP/1.1 206 Partial"}), "only a part"),
    "in segments": (response("/x", WARC_Segment_Number="1"), "spread over several records"),
    "date of year 0": (response("/x", WARC_Date="0000-01-01T00:00:00Z"), "WARC-Date is no date"),
    "date of year 9999": (response("/x", WARC_Date="9999-12-31T23:59:59Z"), "WARC-Date is no date"),
    "date of no kind": (response("/x", WARC_Date="yesterday"), "WARC-Date is no date"),
    "no date": (response("/x", WARC_Date=None), "WARC-Date is no date"),
    "address of 64 KB": (response("/" + "a" * 65_536, page("What /x")), "address is none"),
    "address with a password": (
        record("response", http(page("What /x")), WARC_Target_URI="http://user:pass@h.example/"),
        "address is none",
    ),
    "address with an endless port": (
        record("response", http(page("What /x")), WARC_Target_URI="http://h.example:99999/"),
        "address is none",
    ),
    "address of half a host": (
        record("response", http(page("What /x")), WARC_Target_URI="https://[::1"),
        "address is none",
    ),
    "revisit of what is not there": (
        record(
            "revisit",
            WARC_Target_URI=SITE + "/x",
            WARC_Refers_To_Target_URI=SITE + "/gone",
            WARC_Refers_To_Date="2024-01-01T00:00:00Z",
        ),
        "2024-01-01T00:00:00Z at https://harbour.example/gone, which is not in this file",
    ),
    "revisit of itself": (
        record("revisit", WARC_Target_URI=SITE + "/x", WARC_Refers_To="<a>", WARC_Record_ID="<a>"),
        "not in this file",
    ),
    "a page that is too large": (response("/x", page("words " * 20_000)), "larger than 100000 bytes"),
    "a record that is too large": (response("/x", page("words " * 90_000)), "larger than 100000 bytes"),
    "an image with a wrong length": (
        response("/x", b"\x89PNG", {"media_type": "image/png"}, length="70"),
        "Content-Length",
    ),
}


@pytest.mark.parametrize("form", [packed, b"".join], ids=["packed", "plain"])
@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_costs_itself_alone(name, form):
    broken, reason = BROKEN[name]
    captures, failures = read(form([response("/a"), broken, response("/b"), response("/c")]))
    assert [said for said in words(captures) if not said.startswith("What /x")] == [A, B, C]
    [(place, said)] = failures.items()
    assert place == f"x.warc.gz#{len(form([response('/a')]))}"
    assert re.search(reason, said), said


@pytest.mark.parametrize(
    "odd",
    [
        response("/a b\t"),
        response("/%00\0"),
        response("/\n/b"),
        record("response", http(page("x")), WARC_Target_URI="https://xn--nxasmq6b.example/\udce4"),
        response("/x", **{"X\0Y": "\0\x01", "": ":", "Z": "\udcff" * 99}),
        response("/x", answer={"Content_Type": "text/html; charset=\0", "\udcff": "\udcff"}),
        response("/x", answer={"X": "a\r\n b\r\n\tc"}),
        response("/x", version="1.1"),
        response("/x", version="0.17"),
        response("/x", version="7"),
        record("RESPONSE", http(page("x")), WARC_Target_URI=f"<{SITE}/x>"),
        record("response", page("x"), WARC_Target_URI=f"{SITE}/x", Content_Type="text/html"),
        record("resource", page("x"), WARC_Target_URI=f"{SITE}/x", Content_Type="text/html"),
        record("resource", page("x"), WARC_Target_URI=f"{SITE}/x"),
        response("/x", answer={"status": "HTTP/2 200"}),
        response("/x", answer={"status": "http/1.0 203 Other"}),
    ],
)
@pytest.mark.parametrize("form", [packed, b"".join], ids=["packed", "plain"])
def test_what_is_odd_is_read(odd, form):
    captures, failures = read(form([response("/a"), odd, response("/b")]))
    assert not failures
    assert len(captures) == 3


def test_other_records_pass_in_silence():
    others = [
        record("warcinfo", b"software: none"),
        record("request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI=SITE),
        record("metadata", b"via: none", WARC_Target_URI=SITE),
        record("conversion", page("x"), WARC_Target_URI=SITE, Content_Type="text/html"),
        record("continuation", page("x"), WARC_Target_URI=SITE),
        record("of no kind", b"", WARC_Target_URI=SITE),
        record("", b""),
        record("response", b"192.0.2.1", WARC_Target_URI="dns:harbour.example", Content_Type="text/dns"),
        record("resource", b"crawled", WARC_Target_URI="metadata://gnu.org/wget.log", Content_Type="text/plain"),
        record("resource", b"words", WARC_Target_URI=f"urn:text:{SITE}/a", Content_Type="text/plain"),
        record("resource", b"{}", WARC_Target_URI=f"urn:pageinfo:{SITE}/a", Content_Type="application/json"),
        response("/robots.txt", b"User-agent: *", {"media_type": "text/plain"}),
        response("/x.css", b"p {}", {"media_type": "text/css"}),
        response("/x", b"\0\1\2\3", {"media_type": None}),
        response("/x", page("gone"), {"status": "HTTP/1.1 404 Not Found"}),
        response("/x", page("moved"), {"status": "HTTP/1.1 301 Moved"}),
        response("/x", b"", {"status": "HTTP/1.1 204 No Content"}),
        record("revisit", http(media_type="image/png"), WARC_Target_URI=f"{SITE}/x.png", WARC_Refers_To="<urn:gone>"),
        record("revisit", http(status="HTTP/1.1 302 Found", Location="/b"), WARC_Target_URI=f"{SITE}/x"),
    ]
    captures, failures = read(packed([*others, response("/a")]))
    assert not failures
    assert words(captures) == [A]


@pytest.mark.parametrize("first", [True, False])
def test_damaged_gzip_costs_its_record(first):
    records = [gzip.compress(response(path), mtime=0) for path in ("/a", "/b", "/c")]
    records[0 if first else 1] = damaged(records[0 if first else 1])
    captures, failures = read(b"".join(records))
    assert words(captures) == ([B, C] if first else [A, C])
    assert list(failures) == ["x.warc.gz#0" if first else f"x.warc.gz#{len(records[0])}"]
    assert "gzip is damaged" in next(iter(failures.values()))


def test_what_was_cut_out_or_put_in_between_costs_what_it_touches():
    records = [gzip.compress(response(path), mtime=0) for path in ("/a", "/b", "/c")]
    for spoiled in (
        records[1][:-30],
        records[1] + b"junk" * 9,
        records[1] + b"\x1f\x8b\x08\0junk",
        b"\x1f\x8b\x08" * 99,
    ):
        captures, failures = read(records[0] + spoiled + records[2])
        assert words(captures)[0] == A
        assert words(captures)[-1] == C
        assert len(failures) == 1


def test_zeros_behind_a_record_are_no_matter():
    captures, failures = read(packed([response("/a")]) + b"\0" * 70_000 + packed([response("/b")]) + b"\0" * 9)
    assert (words(captures), failures) == ([A, B], {})


def test_a_bomb_of_a_record_ends_the_reading():
    bomb = record("metadata", b" " * 40_000_000)
    captures, failures = read(packed([response("/a"), bomb, response("/b")]))
    assert words(captures) == [A]
    assert list(failures) == ["x.warc.gz"]
    assert "MORGUE_MAX_RATIO" in failures["x.warc.gz"]


def test_revisits_of_one_large_page_are_no_bomb_without_end():
    """Each reads its page again, unless that was the last."""
    large = [response(f"/{n}", page("words " * 15_000), WARC_Record_ID=f"<urn:{n}>") for n in range(2)]
    again = [record("revisit", WARC_Target_URI=SITE, WARC_Refers_To=f"<urn:{n % 2}>") for n in range(3000)]
    began = time.process_time()
    captures, failures = read(packed([*large, *again]), limits=Limits(bytes=100_000, ratio=20))
    assert len(captures) < 1000
    assert "MORGUE_MAX_RATIO" in failures["x.warc.gz"]
    assert time.process_time() - began < 5


def test_revisits_are_counted_in_a_plain_file_too():
    large = [response(f"/{n}", page("words " * 15_000), WARC_Record_ID=f"<urn:{n}>") for n in range(2)]
    again = [record("revisit", WARC_Target_URI=SITE, WARC_Refers_To=f"<urn:{n % 2}>") for n in range(3000)]
    captures, failures = read(b"".join([*large, *again]), "x.warc", limits=Limits(bytes=100_000, ratio=20))
    assert len(captures) < 500
    assert "MORGUE_MAX_RATIO" in failures["x.warc"]


def test_what_answers_unpack_to_is_counted():
    bomb = gzip.compress(page(" " * 90_000), mtime=0)
    bombs = [response(f"/{n}", bomb, {"Content_Encoding": "gzip"}) for n in range(100)]
    captures, failures = read(b"".join(bombs), "x.warc", limits=Limits(bytes=100_000, ratio=20))
    assert 0 < len(captures) < 20
    assert "MORGUE_MAX_RATIO" in failures["x.warc"]


@pytest.mark.parametrize("line", ["a: b\r\n", " b\r\n", "a:\n", "a\n"])
def test_headers_of_many_lines_cost_their_records_and_little_time(line):
    long = [record("resource", page("x"), X=f"y\r\n{line * 30_000}".rstrip(), WARC_Target_URI=SITE) for _ in range(20)]
    inside = [response(f"/{n}", page("x"), {"X": f"y\r\n{line * 30_000}".rstrip()}) for n in range(20)]
    began = time.process_time()
    captures, failures = read(packed([*long, response("/a"), *inside, response("/b")]))
    assert words(captures) == [A, B]
    assert set(failures.values()) == {"its header has more than 1000 lines"}
    assert time.process_time() - began < 2


@pytest.mark.parametrize("start", ["WARC/1.0\r\nA:\r\n", "WARC/1.0\r\nA:x"])
def test_records_of_a_header_without_end_take_no_quadratic_time(start):
    began = time.process_time()
    captures, failures = read(start.encode() * 20_000 + response("/a"), "x.warc")
    assert len(failures) == 20_000
    assert words(captures) == [A]
    assert time.process_time() - began < 4


def test_redirects_that_all_lead_to_each_other_take_no_time():
    ways = [
        response(f"/{n}", b"", {"status": "HTTP/1.1 301 Moved", "Location": f"/{to}"})
        for n in range(100)
        for to in range(100)
        if to != n
    ]
    pages = [response(f"/{n % 100}", page("x")) for n in range(3000)]
    began = time.process_time()
    captures, _ = read(b"".join([*ways, *pages]), "x.warc")
    assert len(captures) == len(pages)
    assert time.process_time() - began < 5


def test_what_a_revisit_says_is_told_short_and_commands_no_terminal():
    bad = record(
        "revisit", WARC_Target_URI=SITE, WARC_Refers_To="<urn:no>", WARC_Refers_To_Date="\x1b[31m" + "9" * 9000
    )
    (reason,) = read(packed([bad]))[1].values()
    assert len(reason) < 1000
    assert reason.isprintable()


def test_more_records_than_allowed_end_the_reading():
    captures, failures = read(packed([record("metadata")] * 50 + PAGES), limits=Limits(members=55))
    assert len(captures) in (5, 6)
    assert "MORGUE_MAX_MEMBERS" in failures["x.warc.gz"]


def test_tiny_records_take_no_time():
    """A thousandth of a million, in a thousandth of a minute."""
    tiny = [record("metadata", WARC_Date=None, Content_Length="0")] * 1000
    for form in (packed, b"".join, lambda records: gzip.compress(b"".join(records))):
        data = form(tiny * 5)
        began = time.process_time()
        read(data)
        assert time.process_time() - began < 1.5


def test_records_that_lie_about_their_length_take_no_quadratic_time():
    """Behind each, the next is looked for from its start; not without end, though."""
    liars = b"".join(record("metadata", b"words" * 9, length=str(900_000)) for _ in range(6000))
    began = time.process_time()
    _, failures = read(liars + response("/a"), limits=LIMITS)
    assert failures
    assert time.process_time() - began < 3


def test_members_that_begin_everywhere_take_no_quadratic_time():
    stored = zlib.compressobj(0, wbits=zlib.MAX_WBITS | 16)
    one = stored.compress(b"WARC/1.0\r\n") + stored.flush(zlib.Z_SYNC_FLUSH)
    began = time.process_time()
    _, failures = read(one * 20_000)
    assert failures
    assert time.process_time() - began < 5


@pytest.mark.parametrize("tenths", range(10))
def test_a_wacz_truncated_at_every_tenth(tenths):
    """Its table of contents stands at its end."""
    whole = wacz({"archive/data.warc.gz": packed(PAGES), "pages/pages.jsonl": listed("/1")})
    captures, failures = opened(whole[: len(whole) * tenths // 10])
    assert not captures
    assert re.search("empty" if not tenths else "no readable zip file", failures["x.wacz"])


@pytest.mark.parametrize(
    "name", ["../../archive/x.warc.gz", "/archive/x.warc.gz", "archive/../x.warc.gz", "archive/a\0b.warc"]
)
def test_a_name_that_leads_out_of_a_wacz_costs_its_member(name):
    captures, failures = opened(wacz({"archive/1.warc.gz": packed([response("/a")])}, {name: packed([response("/b")])}))
    assert words(captures) == [A]
    assert failures


def test_a_wacz_with_a_name_twice_is_read_once():
    file = io.BytesIO(wacz({"archive/1.warc.gz": packed([response("/a")])}))
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(file, "a") as archive:
        archive.writestr("archive/1.warc.gz", packed([response("/b")]))
    captures, failures = opened(file.getvalue())
    assert words(captures) == [A]
    assert "twice" in failures["x.wacz#archive/1.warc.gz"]


@pytest.mark.parametrize(
    "line", [b"[]", b"{", b"\xff\xfe", b"[" * 90_000, b'{"url": 5}', b'{"url": "", "ts": []}', b"\0"]
)
def test_a_list_of_pages_with_a_broken_line_is_read(line):
    pages = listed("/a") + line + b"\n" + listed("/b")
    captures, failures = opened(
        wacz({"archive/1.warc": b"".join(map(response, ("/a", "/b", "/c"))), "pages/pages.jsonl": pages})
    )
    assert words(captures) == [A, B]
    assert all("line 3" in reason for reason in failures.values())


def test_a_list_of_pages_is_remembered_as_far_as_memory_goes(monkeypatch):
    monkeypatch.setattr("morgue.capture.listing._ROOM", 10_000)
    listing = Listing()
    with pytest.raises(CaptureError, match="more than 10000 characters"):
        list(listing.read(io.BytesIO(listed(*(f"/{n}{'a' * 900}" for n in range(100)))), Limits()))
    assert 5 < len(listing) < 15
