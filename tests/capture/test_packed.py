"""Packed pages are read by what packed them, whatever their names; what is wrong with them is told."""

import bz2
import gzip
import lzma
import sys

import brotli
import pytest

from morgue.limits import Limits

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACKED = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
    "br": brotli.compress,
}


@pytest.mark.parametrize("kind", PACKED)
def test_a_page_is_unpacked(read, page, kind):
    captures, failures = read(f"page.html.{kind}", PACKED[kind](page))
    assert not failures
    (capture,) = captures.values()
    assert (capture.origin, capture.payload, capture.media_type) == (f"page.html.{kind}", page, "text/html")


@pytest.mark.parametrize("kind", PACKED)
def test_a_text_dump_is_known_by_the_name_inside(read, kind):
    captures, _ = read(f"dump.txt.{kind}", PACKED[kind](b"A plan\n\nThe council met.\n" * 40))
    assert captures[f"dump.txt.{kind}"].media_type == "text/plain"


@pytest.mark.parametrize("kind", sorted(set(PACKED) - {"br"}))
def test_it_is_known_by_its_bytes(read, page, kind):
    captures, _ = read("page.html", PACKED[kind](page))
    assert captures["page.html"].payload == page


@pytest.mark.parametrize("kind", sorted(set(PACKED) - {"br"}))
def test_several_packed_one_after_the_other_are_one(read, page, kind):
    captures, _ = read(f"page.{kind}", PACKED[kind](page[:30]) + PACKED[kind](page[30:]))
    assert captures[f"page.{kind}"].payload == page


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_one_that_breaks_off_says_so(read, page, kind, share):
    packed = PACKED[kind](page * 50 + bytes(range(256)) * 20)
    captures, failures = read(f"page.html.{kind}", packed[: int(share * len(packed))])
    assert not captures
    assert "breaks off" in failures[f"page.html.{kind}"]


@pytest.mark.parametrize("kind", PACKED)
def test_garbage_behind_the_end_is_told(read, page, kind):
    _, failures = read(f"page.html.{kind}", PACKED[kind](page) + b"garbage behind the end")
    assert "no readable" in failures[f"page.html.{kind}"]


@pytest.mark.parametrize("kind", PACKED)
def test_a_bomb_is_stopped_at_the_limit(read, kind):
    limits = Limits(bytes=100_000)
    _, failures = read(f"bomb.html.{kind}", PACKED[kind](b"<html>" + b" " * 50_000_000), limits)
    assert "MORGUE_MAX_" in failures[f"bomb.html.{kind}"]


def test_pages_packed_in_each_other_without_end_are_refused(read, page):
    for _ in range(6):
        page = gzip.compress(page)
    _, failures = read("page.gz", page)
    assert "inside each other" in failures["page.gz"]
