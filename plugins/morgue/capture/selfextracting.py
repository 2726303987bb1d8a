"""A page that SingleFile saved as one that unpacks itself: a small page around a zip file, which holds the real one."""

import io
import re
from collections.abc import Iterator
from zipfile import ZipInfo

from morgue.capture.album import Album, Held
from morgue.capture.errors import CaptureError
from morgue.capture.notes import note_in
from morgue.capture.signs import begins_page
from morgue.capture.source import Source, buffered
from morgue.capture.zipped import Zipped
from morgue.model import Capture

KIND = "SingleFile's packed pages"

_MARK = re.compile(rb"<html[^<>]{0,500}?\sdata-sfz[\s=>]", re.IGNORECASE)
_PAGE = "index.html"


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the bytes say it
    """Say whether a file is such a page."""
    return begins_page(head) and bool(_MARK.search(head))


def captures(source: Source) -> Iterator[Capture]:
    """Yield the page inside."""
    payload = source.payload()
    note = note_in(payload)
    with Zipped(io.BytesIO(payload), source.reading.allowance) as archive:
        inner = buffered(archive.open(_page(archive))).read(source.limits.bytes + 1)
    if len(inner) > source.limits.bytes:
        raise CaptureError(f"the page is larger than {source.limits.bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
    yield source.capture(inner, url=note.url, captured=note.captured, media_type="text/html")


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that the page wants and that are packed with it."""
    with Zipped(io.BytesIO(album.payload()), album.allowance) as archive:
        folder = _page(archive).filename.removesuffix(_PAGE)
        for info in archive.members:
            source = info.filename.removeprefix(folder)
            if source in album.own:
                payload = buffered(archive.open(info)).read(album.limits.bytes + 1)
                if len(payload) <= album.limits.bytes:
                    yield Held(album.member, source, payload)


def _page(archive: Zipped) -> ZipInfo:
    """Return the page among what is packed: those of frames lie deeper. Raise CaptureError where there is none."""
    pages = [info for info in archive.members if info.filename.rpartition("/")[2] == _PAGE]
    if not pages:
        raise CaptureError("it unpacks itself, but there is no page in it; save it again")
    return min(pages, key=lambda info: info.filename.count("/"))
