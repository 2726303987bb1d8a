"""A page and what it shows in one MIME file, as browsers save it: MHTML, or "web archive, single file"."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import Message
from typing import BinaryIO, cast
from urllib.parse import urljoin

from morgue.capture.album import Album, Held
from morgue.capture.errors import CaptureError
from morgue.capture.mime import Parts
from morgue.capture.mime_fields import field, parameter
from morgue.capture.said import address, moment_written
from morgue.capture.source import Source
from morgue.model import Capture

KIND = "MHTML"

_BEGINS = re.compile(rb"[\xef\xbb\xbf\r\n]*+[A-Za-z][A-Za-z0-9-]{1,60}:")
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/(?:related|mixed|alternative)\b", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(rb"^content-type:\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from: <saved by )", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the headers say it
    """Say whether a file begins with the headers of a page in MIME."""
    if not _BEGINS.match(head):
        return False
    headers = _HEADERS_END.split(head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    return bool(
        _SAVED.search(headers) or _MULTIPART.search(headers) or (_PAGE.search(headers) and _VERSION.search(headers))
    )


def captures(source: Source) -> Iterator[Capture]:
    """Yield the one page that the file is of: its root. Frames, pictures and styles are no captures."""
    parts = Parts(source.file)
    root, payload = _root(source, parts)
    yield source.capture(
        payload,
        url=_address(parts.top, root),
        captured=moment_written(field(parts.top, "Date")),
        media_type="text/html",
        charset=parameter(root, "charset") or None,
    )


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that its page wants: of other parts, by their addresses, and of its own text."""
    left = set(album.own)
    parts = Parts(album.file)
    for headers in parts:
        if not left:
            return
        with suppress(CaptureError):  # said when the page was read
            if headers.get_content_type() in _PAGES:
                if any(source.startswith("data:") for source in left):
                    page = io.BytesIO(parts.body(headers, album.limits.bytes))
                    yield from album.unpacked(cast("BinaryIO", page), "page.html")
            elif names := sorted(_names(headers) & left):
                left.difference_update(names)
                payload = parts.body(headers, album.limits.bytes)
                for name in names:
                    yield Held(album.member, name, payload)


def _names(headers: Message) -> set[str]:
    """Return by what names a page may call a part."""
    location = field(headers, "Content-Location")
    said = {location, _joined(field(headers, "Content-Base"), location)}
    return {*said, f"cid:{field(headers, 'Content-ID').strip('<>')}"} - {""}


def _root(source: Source, parts: Parts) -> tuple[Message, bytes]:
    """Return headers and body of the part that is named as the page, or of the first that is one."""
    start = parameter(parts.top, "start").strip("<>")
    first: tuple[Message, bytes] | None = None
    for headers in parts:
        is_start = start and field(headers, "Content-ID").strip("<>") == start
        if is_start or (first is None and headers.get_content_type() in _PAGES):
            first = headers, parts.body(headers, source.limits.bytes)
        if first and (is_start or not start):
            break
    if not first:
        raise CaptureError("it holds no page, only pictures and the like; save the page again")
    return first


def _address(top: Message, root: Message) -> str | None:
    """Return where the page was saved from: none for one that was saved from a disk."""
    base = field(root, "Content-Base") or field(top, "Content-Base")
    said = (
        field(top, "Snapshot-Content-Location"),
        _joined(base, field(root, "Content-Location")),
        field(top, "Content-Location"),
    )
    return next(filter(None, map(address, said)), None)


def _joined(base: str, location: str) -> str:
    try:
        return urljoin(base, location)
    except ValueError:  # no address at all
        return location
