"""Pages that browsers saved as one MIME file: old ones, new ones, and such as follow no rule."""

import base64
import quopri

import pytest

from morgue.limits import Limits

URL = "https://herald.example/2025/plan"

TOP = """From: <Saved by Blink>
Snapshot-Content-Location: https://herald.example/2025/plan
Subject: =?utf-8?Q?The=20plan?=
Date: Thu, 26 Nov 2026 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Mark"


"""
PICTURE = """------Mark
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://herald.example/a.png

iVBORw0KGgo=

"""
FRAME = """------Mark
Content-Type: text/html
Content-ID: <frame-2@mhtml.blink>
Content-Location: https://ads.example/frame

<p>A frame.</p>
"""
END = "------Mark--\n"


def root(page, headers="Content-Type: text/html\nContent-Location: https://herald.example/2025/plan"):
    return f"------Mark\n{headers}\n\n".encode() + page + b"\n"


def whole(*parts, top=TOP):
    return b"".join(part if isinstance(part, bytes) else part.encode() for part in (top, *parts, END))


def crlf(payload):
    return payload.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("ends", [bytes, crlf])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n\n"])
def test_the_root_is_the_capture_and_frames_are_none(read, page, ends, before):
    captures, failures = read("a.mhtml", before + ends(whole(root(page), PICTURE, FRAME)))
    assert not failures
    (capture,) = captures.values()
    assert (capture.origin, capture.url, capture.payload) == ("a.mhtml", URL, page)
    assert (capture.captured, capture.charset) == ("2026-11-26T09:00:00Z", None)


def test_it_is_known_by_what_it_holds(read, page):
    captures, _ = read("a.html", whole(root(page)))
    assert captures["a.html"].url == URL


@pytest.mark.parametrize(
    ("encoding", "encoded"),
    [
        ("quoted-printable", quopri.encodestring),
        ("Quoted-Printable", quopri.encodestring),
        ("base64", base64.encodebytes),
        ("base64", lambda page: base64.b64encode(page).rstrip(b"=")),
        ("7bit", bytes),
        ("8bit", bytes),
        ("binary", bytes),
    ],
)
def test_every_encoding_of_a_part_is_read(read, page, encoding, encoded):
    page = page.replace(b"met", "met – “again” = 1".encode())
    headers = f"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: {encoding}"
    captures, _ = read("a.mht", whole(root(encoded(page).rstrip(b"\n"), headers)))
    assert captures["a.mht"].payload == page
    assert captures["a.mht"].charset == "utf-8"


def test_the_part_that_is_named_as_the_start_is_the_root(read, page):
    top = TOP.replace('type="text/html";', 'type="text/html";\n\tstart="<main@x>";')
    main = root(page, "Content-Type: text/html\nContent-ID: <main@x>\nContent-Location: https://herald.example/main")
    captures, _ = read("a.mht", whole(FRAME, PICTURE, main, top=top))
    assert captures["a.mht"].payload == page


def test_where_no_part_is_the_start_the_first_page_is_the_root(read, page):
    top = TOP.replace('type="text/html";', 'start="<gone@x>";')
    captures, _ = read("a.mht", whole(PICTURE, root(page), FRAME, top=top))
    assert captures["a.mht"].payload == page


def test_a_page_alone_is_read(read, page):
    top = b"MIME-Version: 1.0\nContent-Type: text/html; charset=windows-1252\nContent-Location: https://herald.example/x\n\n"
    page += b"\n\n--\n  \n<p>The end.</p>\n"
    captures, _ = read("a.mht", top + page)
    capture = captures["a.mht"]
    assert (capture.payload, capture.url, capture.charset) == (page, "https://herald.example/x", "windows-1252")


def test_parts_in_parts_are_looked_through(read, page):
    inner = (
        '------Mark\nContent-Type: multipart/alternative; boundary="in"\n\n--in\nContent-Type: text/plain\n\nA plan.\n'
        f"--in\nContent-Type: text/html\nContent-Location: {URL}\n\n{page.decode()}\n--in--\n\n"
    )
    captures, _ = read("a.mht", whole(inner, PICTURE))
    assert captures["a.mht"].payload == page


OLD = """From: "Saved by Windows Internet Explorer 8"
Subject: =?iso-8859-1?Q?Der_Plan_f=FCr_den_Hafen?=
Date: Mon, 4 May 1998 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----Mark"
X-MimeOLE: Produced By Microsoft MimeOLE V6.00

This is a multi-part message in MIME format.

"""


@pytest.mark.parametrize(
    ("headers", "url"),
    [
        ("Content-Location: http://herald.example/1998/plan.html", "http://herald.example/1998/plan.html"),
        ("Content-Location: http://herald.example/1998/\n\tplan.html", "http://herald.example/1998/plan.html"),
        ("Content-Base: http://herald.example/1998/\nContent-Location: p.html", "http://herald.example/1998/p.html"),
        ("Content-Location: =?us-ascii?Q?http://herald.example/a=5Fb?=", "http://herald.example/a_b"),
        ("Content-Location: file:///C:/Documents/plan.htm", None),
        ("Content-Location: file://C:\\plan.htm", None),
        ("Content-Location: plan.html", None),
        ("Content-Location: cid:1@x", None),
        ("Content-Location: http://[broken/plan", None),
        ("X-Nothing: 1", None),
    ],
)
def test_the_files_of_old_browsers_say_their_address_or_none(read, page, headers, url):
    part = root(page, f'Content-Type: text/html;\n\tcharset="iso-8859-1"\n{headers}')
    captures, failures = read("a.mht", crlf(whole(part, PICTURE, top=OLD)))
    assert not failures
    capture = captures["a.mht"]
    assert (capture.url, capture.captured, capture.charset) == (url, "1998-05-04T09:00:00Z", "iso-8859-1")


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (whole(PICTURE), "holds no page"),
        (whole(), "holds no page"),
        (whole(root(b"<p>The council"))[: -len(END)], "breaks off inside its page"),
        (whole(root(b"!" * 5, "Content-Type: text/html\nContent-Transfer-Encoding: base64")), "file is empty"),
        (whole(root(b"QUJD" * 3 + b"Q", "Content-Type: text/html\nContent-Transfer-Encoding: base64")), "base64"),
        (whole(root(b"<p>" + b"x" * 9000)), "MORGUE_MAX_BYTES"),
        (whole(root(b"=" * 90_000, "Content-Type: text/html")), "MORGUE_MAX_BYTES"),
        (whole(*["------Mark\n\n"] * 11_000), "more than 10000 parts"),
        (TOP.encode().replace(b"Subject", b"X-Long: " + b"x" * 300_000 + b"\nSubject"), "headers"),
        (whole(root(b"<p>Text.", "Content-Type: text/html\nX-Long: " + "x" * 300_000)), "headers"),
    ],
)
def test_what_is_wrong_is_told(read, payload, reason):
    captures, failures = read("a.mht", payload, Limits(bytes=5000))
    assert not captures
    assert reason in failures["a.mht"]


def test_the_page_is_read_where_the_file_breaks_off_behind_it(read, page):
    captures, failures = read("a.mht", whole(root(page), PICTURE)[:-30])
    assert not failures
    assert captures["a.mht"].payload == page


def test_pictures_do_not_count_for_the_size_of_the_page(read, page):
    large = PICTURE.replace("iVBORw0KGgo=", "\n".join(["A" * 76] * 1000))
    captures, _ = read("a.mht", whole(large, root(page), large), Limits(bytes=5000))
    assert captures["a.mht"].payload == page
