"""What programs note of a page that they save, and a page that unpacks itself."""

import io
import zipfile

import pytest

from morgue.capture import capture_of

PAGE = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: {url}
 saved date: {date}
--><p>Text.</p>"""
URL = "https://herald.example/2025/plan"


@pytest.mark.parametrize(
    ("date", "captured"),
    [
        ("Thu Nov 26 2026 10:00:00 GMT+0100 (Central European Standard Time)", "2026-11-26T09:00:00Z"),
        ("Thu Nov 26 2026 10:00:00 GMT+0100 (heure normale d’Europe centrale)", "2026-11-26T09:00:00Z"),
        ("2026-11-26T09:00:00.000Z", "2026-11-26T09:00:00Z"),
        ("Thu, 26 Nov 2026 09:00:00 GMT", "2026-11-26T09:00:00Z"),
        ("Invalid Date", None),
        ("", None),
        ("Thu Nov 26 0000 10:00:00 GMT+0100", None),
        ("Thu Nov 26 9999 23:00:00 GMT-1200", None),
        ("Thu Nov 99 2026 10:00:00 GMT+9999", None),
        ("0000-00-00T00:00:00Z", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("0001-01-01T00:00:00+12:00", None),
        ("x" * 3000, None),
    ],
)
def test_single_file_says_when_a_page_was_saved(date, captured):
    capture = capture_of(PAGE.format(url=URL, date=date).encode(), "a.html")
    assert (capture.url, capture.captured) == (URL, captured)


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("https://herald.example/a b", "https://herald.example/a%20b"),
        ("HTTPS://herald.example/", "HTTPS://herald.example/"),
        ("https://xn--hfen-loa.example/plan", "https://xn--hfen-loa.example/plan"),
        ("https://häfen.example/plan", "https://häfen.example/plan"),
        ("https://user:word@herald.example/", None),
        ("https://user@herald.example/", None),
        ("https://herald.example/@desk", "https://herald.example/@desk"),
        ("https://herald.example/" + "x" * 64_000, None),
        ("about:blank", None),
        ("file:///home/desk/plan.html", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_an_address_is_one_of_the_web_or_none(said, url):
    capture = capture_of(PAGE.format(url=said, date="").encode(), "a.html")
    assert capture.url == url


def unpacking_itself(page, name="index.html", behind=b"--></body></html>"):
    file = io.BytesIO()
    file.write(
        b"<!DOCTYPE html><html data-sfz><!--\n Page saved with SingleFile \n url: https://herald.example/2025/plan \n"
        b" saved date: Thu Nov 26 2026 10:00:00 GMT+0100 (CET)\n--><meta charset=utf-8><title>Plan</title><body><!--"
    )
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("frames/0/index.html", "<p>A frame.")
        archive.writestr(name, page)
        archive.writestr("images/0.png", b"\x89PNG")
    return file.getvalue() + behind


@pytest.mark.parametrize("name", ["index.html", "page/index.html"])
def test_a_page_that_unpacks_itself_is_unpacked(read, page, name):
    captures, failures = read("a.html", unpacking_itself(page, name))
    assert not failures
    capture = captures["a.html"]
    assert (capture.payload, capture.url, capture.captured) == (page, URL, "2026-11-26T09:00:00Z")


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (unpacking_itself(b"", "other.html").replace(b"frames/0/index.html", b"frames/0/index.htm_"), "no page in it"),
        (unpacking_itself(b"<p>Text.")[:400], "no readable zip"),
        (unpacking_itself(b""), "empty"),
    ],
)
def test_one_that_cannot_be_unpacked_says_so(read, payload, reason):
    captures, failures = read("a.html", payload)
    assert not captures
    assert reason in failures["a.html"]
