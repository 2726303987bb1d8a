"""The pictures of a page are found in the WARC or the WACZ that holds them."""

import base64
import gzip
import hashlib

import pytest
from tests.capture.warc.waczs import wacz
from tests.capture.warc.warcs import LIMITS, SITE, packed, record, response

from morgue.capture.pictures import open_pictures

PICTURE = b"\x89PNG\r\n\x1a\n"
PNG = {"media_type": "image/png"}
INSIDE = f"data:{hashlib.sha256(PICTURE).hexdigest()}"
PAGE = f'<!doctype html><p>A page.<img src="data:image/png;base64,{base64.b64encode(PICTURE).decode()}">'.encode()
PAGES = [response("/page", PAGE)]
ANSWERS = [
    response("/moved.png", b"", {"status": "HTTP/1.1 302 Found", "Location": "/b.png"}),
    response("/a.png", PICTURE, PNG),
    response("/unwanted.png", PICTURE, PNG),
    response("/broken.png", PICTURE, PNG, length="x"),
    response("/b.png", gzip.compress(PICTURE), {**PNG, "Content_Encoding": "gzip"}),
    response("/damaged.png", gzip.compress(PICTURE)[:-9], {**PNG, "Content_Encoding": "gzip"}),
    response("/gone.png", b"gone", {"status": "HTTP/1.1 404 Gone", **PNG}),
    record("resource", PICTURE, WARC_Target_URI=f"{SITE}/c.png", Content_Type="image/png"),
]
WANTED = [INSIDE, *(f"{SITE}/{name}.png" for name in ("moved", "a", "broken", "damaged", "gone", "c"))]
FOUND = [INSIDE, *(f"{SITE}/{name}.png" for name in ("a", "moved", "c"))]

FILES = {
    "x.warc.gz": (packed(PAGES + ANSWERS), "0"),
    "x.wacz": (wacz({"archive/1.warc.gz": packed(PAGES), "archive/2.warc": b"".join(ANSWERS)}), "archive/1.warc.gz#0"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_pictures_of_a_page_come_through_redirects_and_codings(tmp_path, name):
    data, member = FILES[name]
    (tmp_path / name).write_bytes(data)
    found = list(open_pictures(tmp_path / name, {member: WANTED}, LIMITS))
    assert [(held.member, held.source) for held in found] == [(member, source) for source in FOUND]
    assert {held.payload for held in found} == {PICTURE}
