"""Bodies of responses come out as the page that the server coded for the way."""

import gzip
import re
import sys
import zlib

import brotli
import pytest
from tests.capture.warc.warcs import packed, page, read, response, words

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = page("The council met.")
RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
RAW = RAW.compress(PAGE) + RAW.flush()
CHUNKED = {"Transfer_Encoding": "chunked"}


def chunks(body, size=20, end=b"0\r\n\r\n"):
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in parts) + end


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (PAGE, {}),
        (PAGE, {"Content_Encoding": "identity"}),
        (gzip.compress(PAGE, mtime=0), {"Content_Encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {"Content_Encoding": " X-GZIP "}),
        (gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0), {"Content_Encoding": "gzip"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (RAW, {"Content_Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content_Encoding": "br"}),
        (zstd.compress(PAGE), {"Content_Encoding": "zstd"}),
        (brotli.compress(gzip.compress(PAGE, mtime=0)), {"Content_Encoding": "gzip, br"}),
        (PAGE, {"Content_Encoding": "gzip"}),  # a crawler took it off and left the header
        (PAGE, {"Content_Encoding": "br"}),
        (chunks(PAGE), CHUNKED),
        (chunks(PAGE, end=b""), CHUNKED),
        (chunks(PAGE, end=b"0\r\nExpires: never\r\n\r\n"), CHUNKED),
        (PAGE, CHUNKED),
        (chunks(gzip.compress(PAGE, mtime=0)), {**CHUNKED, "Content_Encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {**CHUNKED, "Content_Encoding": "gzip"}),
        (PAGE, {"Content_Length": "5"}),
        (PAGE, {"Content_Length": "-1"}),
        (PAGE, {"Content_Length": "1e9"}),
    ],
)
def test_a_body_is_the_page_however_it_was_sent(body, fields):
    captures, failures = read(packed([response("/a", body, fields)]))
    assert not failures
    assert [capture.payload for capture in captures] == [PAGE]


@pytest.mark.parametrize(
    ("body", "fields", "reason"),
    [
        (gzip.compress(PAGE, mtime=0)[:-12], {"Content_Encoding": "gzip"}, "breaks off"),
        (gzip.compress(PAGE, mtime=0)[:20] + b"\xff" * 40, {"Content_Encoding": "gzip"}, "readable gzip|breaks off"),
        (b"\xff" * 40, {"Content_Encoding": "deflate"}, "deflate"),
        (zlib.compress(PAGE)[:-12], {"Content_Encoding": "deflate"}, "breaks off"),
        (b"\xff" * 40, {"Content_Encoding": "br"}, "brotli"),
        (brotli.compress(PAGE)[:-12], {"Content_Encoding": "br"}, "breaks off"),
        (zstd.compress(PAGE)[:-12], {"Content_Encoding": "zstd"}, "breaks off"),
        (zstd.compress(b" " * 9_000_000), {"Content_Encoding": "zstd"}, "larger|more than"),
        (PAGE[::-1], {"Content_Encoding": "sdch"}, "Content-Encoding is not known .'sdch'"),
        (PAGE, {"Content_Encoding": "gzip, br, gzip, br"}, "more than 3 codings"),
        (gzip.compress(b" " * 9_000_000, mtime=0), {"Content_Encoding": "gzip"}, "larger|more than"),
        (brotli.compress(b" " * 9_000_000), {"Content_Encoding": "br"}, "larger|more than"),
        (zlib.compress(b" " * 9_000_000), {"Content_Encoding": "deflate"}, "larger|more than"),
        (
            brotli.compress(gzip.compress(b" " * 9_000_000, mtime=0)),
            {"Content_Encoding": "gzip, br"},
            "larger|more than",
        ),
        (chunks(PAGE)[:40], CHUNKED, "middle of a chunk"),
        (chunks(PAGE).replace(b"\r\n14", b"\r\nxy"), CHUNKED, "chunked transfer is damaged"),
        (chunks(PAGE).replace(b"\r\n14", b"\r\n9"), CHUNKED, "chunked transfer is damaged"),
        (chunks(PAGE).replace(b"\r\n14", b"\r\nffffffff"), CHUNKED, "middle of a chunk"),
        (b"\0 \r\n", {}, "empty"),
    ],
)
def test_a_body_that_is_damaged_costs_its_own_page(body, fields, reason):
    captures, failures = read(packed([response("/a", body, fields), response("/b")]))
    assert words(captures) == ["What /b says."]
    [(place, said)] = failures.items()
    assert place == "x.warc.gz#0"
    assert re.search(reason, said), said


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_crawler_takes_off_the_coding_of_what_does_not_begin_as_a_page_too(coding):
    body = b"<div><p>What the harbour office says.</p></div>"
    captures, failures = read(packed([response("/a", body, {"Content_Encoding": coding})]))
    assert not failures
    assert [capture.payload for capture in captures] == [body]
