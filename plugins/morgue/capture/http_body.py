"""The body of an HTTP response as the page it was before the server coded it for the way."""

import io
import re
import zlib
from collections.abc import Callable
from functools import partial

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.signs import begins_page, begins_with_tag, is_text
from morgue.capture.unpacked import Unpacked
from morgue.capture.unpackers import BROTLI, PACKINGS, Packing
from morgue.limits import Limits

_MOST_CODINGS = 3
"""Content codings laid over each other: servers use one, a proxy may add another."""
_LINE_END = b"\r\n"
_SIZE = re.compile(rb"[ \t]{0,9}([0-9a-fA-F]{1,8})[ \t]{0,9}(?:;[^\r\n]{0,1000})?\r\n")
_BREAKS_OFF = "its body breaks off before its end; capture the page again"
_NO_CODING = {"", "identity", "none", "utf-8", "binary"}


def decoded(body: bytes, transfer: str, content: str, max_bytes: int, allowance: Allowance) -> bytes:
    """Return a body without the codings that its Transfer-Encoding and Content-Encoding name.

    Where a crawler took them off and left the header, it is the body as it is. Raise CaptureError where it is damaged,
    coded as nothing known, or longer than ``max_bytes``; ``allowance`` is told what was unpacked.
    """
    coded = len(body)
    if "chunked" in transfer.lower():
        body = _joined(body)
    codings = [name for part in content.lower().split(",")[:100] if (name := part.strip()) not in _NO_CODING]
    if len(codings) > _MOST_CODINGS:
        raise CaptureError(f"its Content-Encoding names more than {_MOST_CODINGS} codings")
    for coding in reversed(codings):
        if coding not in _CODINGS:
            raise CaptureError(f"its Content-Encoding is not known ({coding[:40]!r}); known are {', '.join(_CODINGS)}")
        if body and not begins_page(body[:512]):
            body = _undone(body, coding, max_bytes)
    if len(body) > max_bytes:
        raise CaptureError(f"the page is larger than {max_bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
    allowance.unpacked(max(0, len(body) - coded))
    return body


def _undone(body: bytes, coding: str, max_bytes: int) -> bytes:
    try:
        return _CODINGS[coding](body, max_bytes)
    except CaptureError:
        if begins_with_tag(body) and is_text(body):
            return body
        raise


def _joined(body: bytes) -> bytes:
    """Return the chunks of a body as one; a body that does not begin with a chunk as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        size = _SIZE.match(body, at)
        if not size:
            if not parts:
                return body
            raise CaptureError(f"its chunked transfer is damaged {at} bytes in; capture the page again")
        if not (length := int(size[1], 16)):
            break
        at = size.end() + length
        if at > len(body):
            raise CaptureError("its chunked transfer breaks off in the middle of a chunk; capture the page again")
        parts.append(body[size.end() : at])
        if not body.startswith(_LINE_END, at) and at < len(body):
            raise CaptureError(f"its chunked transfer is damaged {at} bytes in; capture the page again")
        at += len(_LINE_END)
    return b"".join(parts)


def _unpacked(body: bytes, max_bytes: int, packing: Packing) -> bytes:
    if not body.startswith(packing.magic):
        return body
    return Unpacked(io.BytesIO(body), packing, Allowance(Limits(bytes=max_bytes + 1))).read(max_bytes + 1)


def _inflated(body: bytes, max_bytes: int) -> bytes:
    """Return what is inflated with zlib's frame, as the standard has it, or without, as some servers send it."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            inflated = unpacker.decompress(body, max_bytes + 1)
        except zlib.error:
            continue
        if not unpacker.eof and len(inflated) <= max_bytes:
            raise CaptureError(_BREAKS_OFF)
        return inflated
    raise CaptureError("its body is not coded by deflate, as it says; capture the page again")


_GZIP = next(packing for packing in PACKINGS if packing.name == "gzip")
_ZSTD = next(packing for packing in PACKINGS if packing.name == "zstd")
_CODINGS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": partial(_unpacked, packing=_GZIP),
    "x-gzip": partial(_unpacked, packing=_GZIP),
    "deflate": _inflated,
    "br": partial(_unpacked, packing=BROTLI),
    "zstd": partial(_unpacked, packing=_ZSTD),
}
