"""A zip file of captures: each member is a file like any other."""

import io
from collections.abc import Iterator
from contextlib import suppress
from zipfile import ZipInfo

from morgue.capture.album import Album, Held
from morgue.capture.companions import companions_around, is_companion
from morgue.capture.errors import CaptureError
from morgue.capture.members import fault_of, is_left_out
from morgue.capture.members_pictures import pictures_of_member, wanted_beside
from morgue.capture.source import Source
from morgue.capture.zipped import Zipped
from morgue.model import Capture, Failure

KIND = "zip"

_MAGICS = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_FIRST_NAME = slice(30, 60)
_OTHERS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"mimetype", b"META-INF/", b"AndroidManifest.xml")
"""How the first name begins in what is a zip file, too: documents of office programs, books, programs."""


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the bytes say it
    """Say whether a file is a zip file, and none that is a document."""
    return head.startswith(_MAGICS) and len(head) > len(_MAGICS[0]) and not head[_FIRST_NAME].startswith(_OTHERS)


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield the captures in every member, in the order of their names; what is wrong with one is a Failure of its own.

    Raise CaptureError where the whole cannot be read, or holds more than the limits allow.
    """
    with Zipped(seekable(source), source.reading.allowance) as archive:
        yield from _members(source, archive)


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of the pages in it."""
    beside = wanted_beside(album)
    with Zipped(seekable(album), album.allowance) as archive:
        for info in archive.members:
            album.allowance.member()
            with suppress(CaptureError):  # said when the captures were read
                yield from pictures_of_member(album, archive.open(info), info.filename, beside)


def seekable(source: Source | Album) -> io.BufferedReader | io.BytesIO:
    """Return a source's bytes as a file that can seek: inside another archive that is a copy in memory."""
    return source.file if source.file.seekable() else io.BytesIO(source.payload())


def _members(source: Source, archive: Zipped) -> Iterator[Capture | Failure]:
    members = archive.members
    names = {info.filename for info in members}
    before = ""
    for info in members:
        source.reading.allowance.member()
        name = info.filename
        if is_left_out(name) or any(is_companion(folder, names) for folder in companions_around(name)):
            continue
        fault = fault_of(name) or (name == before and "the archive holds this name twice; the first was read")
        yield from [source.failure(name, fault)] if fault else _member(source, archive, info)
        before = name
    if not members:
        raise CaptureError("the archive is empty; save it again")


def _member(source: Source, archive: Zipped, info: ZipInfo) -> Iterator[Capture | Failure]:
    try:
        file = archive.open(info)
    except CaptureError as error:
        yield source.failure(info.filename, str(error))
        return
    yield from source.inner(file, info.filename)
