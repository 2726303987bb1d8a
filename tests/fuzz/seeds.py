"""Sound files of every kind, small, for fuzzing to damage."""

import bz2
import gzip
import lzma
import sys
from binascii import b2a_qp
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import brotli
from tests import archives

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Basin two is open again - Tidewater Monitor</title>
<link rel="canonical" href="https://tidewater-monitor.example/harbour/basin-two">
<meta property="og:title" content="Basin two is open again"><meta name="author" content="Harbour desk">
<meta property="article:published_time" content="1998-05-04T08:00:00+01:00">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline":
"Basin two is open again", "author": [{"@type": "Organization", "name": "Harbour desk"}], "datePublished": "1998-05-04"}
</script></head><body><nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav>
<article><h1>Basin two is open again</h1><p class="byline">By the harbour desk</p>
<figure><img src="/pictures/basin.png" alt="The basin" srcset="/b-1.png 300w, /b-2.png 600w"><figcaption>The basin on
Monday. Picture: harbour office</figcaption></figure>
<p>The harbour office said on Monday that basin two is open to ships again, six weeks after the storm closed it, and
that the pilots have begun to bring the first of the waiting freighters in.</p>
<p>“The wall will hold this winter,” the office said. Repairs to the outer wall go on until the autumn, and the ferry
keeps to its <a href="https://ferry.example/winter?utm_source=monitor">winter timetable</a> until then.</p>
<h2>What comes next</h2><ul><li>The landing stage is rebuilt in June.</li><li>The cranes are tested in July.</li></ul>
<table><tr><th>Basin</th><th>Depth</th></tr><tr><td>One</td><td>8 m</td></tr><tr><td>Two</td><td>11 m</td></tr></table>
<p>Read more: <a href="/harbour/storm">What the storm did to the outer wall</a></p>
<p>The council of the town will hear the office in June, when the figures of the first quarter are in.</p></article>
<aside><h3>Most read</h3><ul><li><a href="/a">The ferry that never came</a></li></ul></aside>
<footer>© Tidewater Monitor. All rights reserved.</footer></body></html>
""".encode()

DUMP = b"""Basin two is open again

TIDEWATER (HARBOUR AGENCY) - The harbour office said on Monday that basin two is open to ships again, six weeks after
the storm closed it, and that the pilots have begun to bring the first of the waiting freighters in.

"The wall will hold this winter," the office said.

- The landing stage is rebuilt in June.
- The cranes are tested in July.

Read more: What the storm did to the outer wall
"""

SINGLE_FILE = b"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://tidewater-monitor.example/harbour/basin-two
 saved date: Mon May 04 1998 10:00:00 GMT+0100 (British Summer Time)
--><meta charset=utf-8>""" + PAGE.partition(b"<head>")[2]


@dataclass(frozen=True, slots=True)
class Kind:
    """Sound files of one kind, how a file of it is called, and what is done to it once it is damaged."""

    name: str
    seeds: Sequence[bytes]
    packed: Callable[[bytes], bytes] = bytes


MHTML = (
    b"""From: <Saved by Blink>
Snapshot-Content-Location: https://tidewater-monitor.example/harbour/basin-two
Subject: =?utf-8?Q?Basin=20two?=
Date: Mon, 4 May 1998 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tstart="<frame-1@mhtml.blink>";
\tboundary="----Mark"

------Mark
Content-Type: text/html; charset="utf-8"
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://tidewater-monitor.example/harbour/basin-two

"""
    + b2a_qp(PAGE)
    + b"""
------Mark
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://tidewater-monitor.example/pictures/basin.png

iVBORw0KGgo=
------Mark--
"""
)


def zipped(page: bytes) -> bytes:
    """Return a zip file of a page, with what belongs to that, and a page packed in it."""
    picture = ("harbour/basin_files/basin.png", b"\x89PNG")
    dump = ("harbour/dump.txt.gz", gzip.compress(DUMP, mtime=0))
    return archives.zipped([("harbour/basin.html", page), picture, dump])


def tarred(page: bytes) -> bytes:
    """Return a tar file of the same, with a name that needs a header of its own."""
    return archives.tarred([("harbour/häfen.html", page), ("dump.txt", DUMP), ("n" * 120 + ".html", page)])


URL = b"https://tidewater-monitor.example/harbour/basin-two"


def warc(page: bytes, pack: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return a WARC of a redirect, a page, a text, and the page again."""

    def record(kind: bytes, content: bytes, fields: bytes = b"") -> bytes:
        head = b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 1998-05-04T10:00:00Z\r\n%s"
        behind = b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(content), content)
        return pack(head % (kind, URL, fields) + behind)

    answer = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    body = gzip.compress(page, mtime=0)
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, body[:100], len(body) - 100, body[100:])
    return b"".join(
        (
            record(b"response", b"HTTP/1.1 301 Moved\r\nLocation: /a\r\n\r\n"),
            record(b"response", answer + chunks, b"WARC-Payload-Digest: sha1:A\r\n"),
            record(b"resource", DUMP, b"Content-Type: text/plain\r\n"),
            record(b"revisit", b"", b"WARC-Payload-Digest: sha1:A\r\n"),
        )
    )


def packed_warc(page: bytes) -> bytes:
    """Return the same packed record by record."""
    return warc(page, lambda record: gzip.compress(record, mtime=0))


def wacz(page: bytes) -> bytes:
    """Return a WACZ of both."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("archive/1.warc.gz", packed_warc(page))
        archive.writestr("archive/2.warc", warc(page))
        archive.writestr(
            "pages/pages.jsonl", b'{"format": "json-pages-1.0"}\n{"url": "%s", "ts": "1998-05-04"}\n' % URL
        )
        archive.writestr("datapackage.json", b'{"resources": [{"path": "archive/2.warc", "hash": "sha256:0"}]}')
    return file.getvalue()


PAGES = (PAGE, PAGE.decode().encode("utf-16"), DUMP, SINGLE_FILE)

KINDS = {
    "page": Kind("page.html", PAGES),
    "gzip": Kind("page.html.gz", [gzip.compress(page, mtime=0) for page in PAGES]),
    "mhtml": Kind("page.mhtml", [MHTML, MHTML.replace(b"\n", b"\r\n")]),
    "zip": Kind("pages.zip", [zipped(PAGE), zipped(MHTML), zipped(zipped(PAGE))]),
    "tar": Kind("pages.tar", [tarred(PAGE), tarred(MHTML)]),
    "packed tar": Kind("pages.tar.gz", [tarred(PAGE), zipped(PAGE)], gzip.compress),
    "bzip2": Kind("page.html.bz2", [bz2.compress(PAGE)]),
    "xz": Kind("page.html.xz", [lzma.compress(PAGE)]),
    "zstd": Kind("page.html.zst", [zstd.compress(PAGE)]),
    "brotli": Kind("page.html.br", [brotli.compress(PAGE)]),
    "WARC": Kind("pages.warc", [warc(PAGE), warc(DUMP)]),
    "packed WARC": Kind("pages.warc.gz", [packed_warc(PAGE), gzip.compress(warc(PAGE), mtime=0)]),
    "WARC packed once damaged": Kind("pages.warc.gz", [warc(PAGE)], gzip.compress),
    "WACZ": Kind("pages.wacz", [wacz(PAGE), wacz(DUMP)]),
    "unpacking itself": Kind("page.html", [SINGLE_FILE.replace(b"<html", b"<html data-sfz", 1) + zipped(PAGE)]),
}
