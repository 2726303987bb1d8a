"""WARCs made record by record, as right or as wrong as a test wants them."""

import gzip
import io

from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, open_stream
from morgue.limits import Limits
from morgue.model import Capture

DATE = "2025-09-01T10:20:30Z"
SITE = "https://harbour.example"
LIMITS = Limits(bytes=100_000, ratio=1000)


def page(words):
    """Return a page that says these words."""
    return f"<!DOCTYPE html><html><body><p>{words}</p></body></html>".encode()


def record(kind, content=b"", version="1.0", length=None, **fields):
    """Return a record; fields are header fields by their names with underscores, None leaves one out."""
    given = {"WARC_Type": kind, "WARC_Date": DATE, "WARC_Record_ID": None, "Content_Length": length, **fields}
    if length is None:
        given["Content_Length"] = str(len(content))
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items() if value is not None]
    return f"WARC/{version}\r\n{''.join(lines)}\r\n".encode("utf-8", "surrogateescape") + content + b"\r\n\r\n"


def http(body=b"", status="HTTP/1.1 200 OK", media_type="text/html; charset=utf-8", **fields):
    """Return an HTTP response."""
    given = {"Content_Type": media_type, **fields}
    lines = [f"{name.replace('_', '-')}: {value}\r\n" for name, value in given.items() if value is not None]
    return f"{status}\r\n{''.join(lines)}\r\n".encode("utf-8", "surrogateescape") + body


def response(path="/a", body=None, answer=None, **fields):
    """Return the record of a response from the site."""
    content = http(page(f"What {path} says.") if body is None else body, **(answer or {}))
    given = {"WARC_Target_URI": SITE + path, "Content_Type": "application/http; msgtype=response", **fields}
    return record("response", content, **given)


def packed(records):
    """Return records packed one by one."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)


def read(data, name="x.warc.gz", described=lambda *_: Sidecar(), limits=LIMITS):
    """Return the captures and the failures of a file; what ends the reading is a failure without a place."""
    captures, failures = [], {}
    try:
        for found in open_stream(io.BytesIO(data), name, name, described, limits):
            if isinstance(found, Capture):
                captures.append(found)
            else:
                failures[found.origin] = found.reason
    except CaptureError as error:
        failures[name] = str(error)
    return captures, failures


def words(captures):
    """Return what captures say."""
    return [capture.payload.partition(b"<p>")[2].partition(b"</p>")[0].decode() for capture in captures]
