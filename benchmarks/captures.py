"""Times the reading of a WARC of many pages beside warcio's own iteration over it, and measures the memory it takes.

`make bench` prints both in seconds, the ratio, and the most memory that a process held that only reads. The baseline is
``for record in ArchiveIterator(file): pass``: warcio unpacks each record, parses its header and that of the response in
it, and passes over the rest. Reading as Morgue does it comes to the same and more: each page is taken out, decoded and
digested, and compared with what archivists say of it. Nothing is extracted by either. They take turns, and the least
processor time of each counts.
"""

import gzip
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from morgue.authority.described import Described
from morgue.capture import open_captures
from morgue.limits import STANDARD
from morgue.model import Capture

PAGES = 20_000
TURNS = 5
MOST = 1.3
"""Times warcio's own iteration that reading may take."""
WORDS = 4001
PARAGRAPHS, SENTENCE = 35, 60
"""Of a page: some 19 KB of text, and 6 around it."""

MENU = "".join(f'<li class="menu-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(60))
STYLE = "".join(f".box-{n}{{margin:{n}px;color:#{n * 7919 % 4096:03x}}}" for n in range(120))
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Page {number}</title><style>{style}</style></head>
<body><nav><ul>{menu}</ul></nav><article><h1>Page {number}</h1>{text}</article></body></html>
"""
RESPONSE = """HTTP/1.1 200 OK\r
Content-Type: text/html; charset=utf-8\r
Date: Mon, 01 Sep 2025 10:20:30 GMT\r
Server: none\r
Cache-Control: max-age=60\r
Content-Length: {length}\r
\r
"""
RECORD = """WARC/1.0\r
WARC-Type: response\r
WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r
WARC-Date: 2025-09-01T10:20:30Z\r
WARC-Target-URI: https://bench.example/{number}/a-page\r
WARC-Payload-Digest: sha1:{number:032}\r
Content-Type: application/http; msgtype=response\r
Content-Length: {length}\r
\r
"""


def page(number: int) -> bytes:
    """Return one page, of words that come in another order on each."""
    step = number * 2 + 1
    words = [f"word{(number * 31 + k * step) * 7919 % WORDS}" for k in range(PARAGRAPHS * SENTENCE)]
    text = "".join(f"<p>{' '.join(words[start : start + SENTENCE])}.</p>" for start in range(0, len(words), SENTENCE))
    return PAGE.format(number=number, style=STYLE, menu=MENU, text=text).encode()


def record(number: int) -> bytes:
    """Return one page as the record of a response."""
    body = page(number)
    content = RESPONSE.format(length=len(body)).encode() + body
    return RECORD.format(number=number, length=len(content)).encode() + content + b"\r\n\r\n"


def make(path: Path, pages: int) -> int:
    """Write a WARC of so many pages, packed one by one, and return how many bytes they are unpacked."""
    size = 0
    with path.open("wb") as file:
        for number in range(pages):
            whole = record(number)
            size += len(whole)
            file.write(gzip.compress(whole, 6, mtime=0))
    return size


def iterate(path: Path) -> Iterator[object]:
    """Yield the records of a WARC as warcio does."""
    with path.open("rb") as file:
        yield from ArchiveIterator(file)


def read(path: Path) -> Iterator[object]:
    """Yield its captures."""
    yield from (
        found for found in open_captures(path, path.name, Described().of, STANDARD) if isinstance(found, Capture)
    )


def seconds(things: Iterator[object], expected: int) -> float:
    """Return how long it takes to go over all of them."""
    began = time.process_time()
    count = sum(1 for _ in things)
    took = time.process_time() - began
    if count != expected:
        raise SystemExit(f"{count} pages came out, where {expected} went in")
    return took


def main() -> None:
    """Print the figures."""
    if len(sys.argv) > 1:  # a process of its own, which does nothing but read
        seconds(read(Path(sys.argv[1])), PAGES)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.warc.gz"
        size = make(path, PAGES)
        print(f"a WARC of {PAGES} pages, {path.stat().st_size / 1e6:.0f} MB, unpacked {size / 1e6:.0f} MB")
        times = [(seconds(iterate(path), PAGES), seconds(read(path), PAGES)) for _ in range(TURNS)]
        bare, whole = (min(each) for each in zip(*times, strict=True))
        slow = ", too slow" if whole > MOST * bare else ""
        print(f"warcio's iteration {bare:.1f} s, read as captures {whole:.1f} s: {whole / bare:.2f} times{slow}")
        command = [sys.executable, __file__, str(path)]
        peak = int(subprocess.run(command, check=True, capture_output=True).stdout) * 1024
        print(f"most memory of a process that reads it: {peak / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
