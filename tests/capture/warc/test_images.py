"""The pictures of a page are found in the WARC that holds them."""

import gzip
import io

from tests.capture.warc.warcs import LIMITS, SITE, packed, record, response

from morgue.capture.allowance import Allowance
from morgue.capture.warc_images import answers

PICTURE = b"\x89PNG\r\n\x1a\n"
PNG = {"media_type": "image/png"}


def test_wanted_answers_come_in_the_order_of_the_file_through_redirects_and_codings():
    data = packed(
        [
            response("/moved.png", b"", {"status": "HTTP/1.1 302 Found", "Location": "/b.png"}),
            response("/a.png", PICTURE, PNG),
            response("/unwanted.png", PICTURE, PNG),
            response("/broken.png", PICTURE, PNG, length="x"),
            response("/b.png", gzip.compress(PICTURE), {**PNG, "Content_Encoding": "gzip"}),
            response("/damaged.png", gzip.compress(PICTURE)[:-9], {**PNG, "Content_Encoding": "gzip"}),
            response("/gone.png", b"gone", {"status": "HTTP/1.1 404 Gone", **PNG}),
            record("resource", PICTURE, WARC_Target_URI=f"{SITE}/c.png", Content_Type="image/png"),
        ]
    )
    wanted = {f"{SITE}/{name}.png" for name in ("moved", "a", "broken", "damaged", "gone", "c")}
    found = list(answers(io.BufferedReader(io.BytesIO(data)), wanted, Allowance(LIMITS, len(data)), LIMITS))
    assert found == [(f"{SITE}/{name}.png", PICTURE) for name in ("a", "moved", "c")]
