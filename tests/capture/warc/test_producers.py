"""WARCs and WACZs as the programs make them that people crawl with, and not as we imagine them."""

import gc
import gzip
import io
import os
import shutil
import subprocess
import sys
import threading
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.capture.warc.warcs import SITE, page, read, words
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = page("The harbour office spoke.")


def written_by_warcio(gzipped):
    """Return what warcio's own writer makes: a redirect, two pages, one again, and a picture."""
    with warnings.catch_warnings(
        action="ignore", category=ResourceWarning
    ):  # it leaves temporary files to the collector
        data = _written(gzipped)
        gc.collect()
    return data


def _written(gzipped):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=gzipped)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "warcio"}))

    def respond(path, body, *fields, status="200 OK", media_type="text/html; charset=utf-8"):
        http = StatusAndHeaders(status, [("Content-Type", media_type), *fields], protocol="HTTP/1.1")
        record = writer.create_warc_record(SITE + path, "response", payload=io.BytesIO(body), http_headers=http)
        writer.write_record(record)
        return record.rec_headers

    respond("/", b"", ("Location", "/home"), status="302 Found")
    home = respond("/home", gzip.compress(PAGE), ("Content-Encoding", "gzip"))
    respond("/a", PAGE)
    respond("/a.png", b"\x89PNG", media_type="image/png")
    refers = home.get_header("WARC-Payload-Digest"), SITE + "/home", home.get_header("WARC-Date")
    writer.write_record(writer.create_revisit_record(SITE + "/home", *refers))
    return file.getvalue()


@pytest.mark.parametrize("gzipped", [True, False])
def test_what_warcio_writes(gzipped):
    data = written_by_warcio(gzipped)
    captures, failures = read(data)
    assert not failures
    assert [capture.url for capture in captures] == [f"{SITE}/home", f"{SITE}/a", f"{SITE}/home"]
    assert {capture.payload for capture in captures} == {PAGE}
    offsets = [int(capture.origin.partition("#")[2]) for capture in captures]
    found = ArchiveIterator(io.BytesIO(data))
    assert set(offsets) <= {found.get_record_offset() for _ in found}


class _Site(BaseHTTPRequestHandler):
    """A site of three pages, one of them packed and in chunks, one reached by a redirect."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        pages = {"/": b'<a href="/moved">One</a> <a href="/dump.txt">two</a>', "/new": gzip.compress(PAGE)}
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/new")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/dump.txt":
            self._send(b"A plan for the harbour\n", "text/plain")
        elif self.path == "/new":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            body = pages["/new"]
            self.wfile.write(b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (9, body[:9], len(body) - 9, body[9:]))
        else:
            self._send(
                b"<!doctype html><p>Home</p>" + pages["/"], "text/html; charset=utf-8", 200 if self.path == "/" else 404
            )

    def _send(self, body, media_type, status=200):
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def crawled(site, tmp_path):
    """Return a function by which wget crawls the site. Its tests are skipped where there is none, but never in CI."""
    if not shutil.which("wget"):
        reason = "there is no wget on this machine: apt install wget"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)

    def crawl(*options):
        command = ["wget", "--quiet", "--recursive", "--no-proxy", "--warc-file=crawl", *options, f"{site}/"]
        subprocess.run(command, cwd=tmp_path, env={"PATH": os.environ["PATH"]}, check=False, timeout=30)
        [path] = tmp_path.glob("crawl.warc*")
        return path

    return crawl


@pytest.mark.parametrize("options", [(), ("--no-warc-compression",), ("--compression=gzip",)])
def test_what_wget_writes(crawled, site, options):
    """Not robots.txt, nor wget's own log and arguments, which it keeps as texts."""
    path = crawled(*options)
    captures, failures = read(path.read_bytes(), path.name)
    assert not failures
    assert sorted(capture.url for capture in captures) == [f"{site}/", f"{site}/dump.txt", f"{site}/new"]
    [new] = [capture for capture in captures if capture.url.endswith("/new")]
    assert new.payload == PAGE
    assert all(capture.captured.endswith("Z") for capture in captures)


def test_what_wacz_create_makes(tmp_path):
    (tmp_path / "crawl.warc.gz").write_bytes(written_by_warcio(gzipped=True))
    (tmp_path / "listed.jsonl").write_text(f'{{"format": "json-pages-1.0"}}\n{{"url": "{SITE}/a", "title": "A"}}\n')
    program = Path(sys.executable).with_name("wacz")
    for options, pages in (
        (["--detect-pages"], ["/home", "/a"]),
        (["--pages", "listed.jsonl"], ["/a"]),
        ([], ["/home", "/a"]),
    ):
        command = [program, "create", "--output", "made.wacz", *options, "crawl.warc.gz"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=60)
        captures, failures = read((tmp_path / "made.wacz").read_bytes(), "made.wacz")
        assert not failures
        assert list(dict.fromkeys(capture.url for capture in captures)) == [SITE + path for path in pages]
        assert set(words(captures)) == {"The harbour office spoke."}
