"""A tar file of captures, read as a stream, packed or not: each member is a file like any other."""

from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, cast

from morgue.capture.album import Album, Held
from morgue.capture.companions import companions_around, is_companion
from morgue.capture.errors import CaptureError
from morgue.capture.members import fault_of, is_left_out
from morgue.capture.members_pictures import pictures_of_member, wanted_beside
from morgue.capture.source import BUFFER, Source
from morgue.capture.stream import Stream
from morgue.capture.tar_header import BLOCK, header_in, read_header
from morgue.model import Capture, Failure

KIND = "tar"

_MOST_NAMES = 50_000_000
"""Characters of the names that are remembered: a zip file's list of files has hardly more."""


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the bytes say it
    """Say whether a file begins with a block that bears a tar file's checksum."""
    try:
        return len(head) >= BLOCK and bool(header_in(head[:BLOCK]))
    except CaptureError:
        return False


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield the captures in every member, in their order; what is wrong with one is a Failure of its own.

    Raise CaptureError, behind what could be read, where it is damaged, breaks off or holds more than the limits allow.
    """
    names: set[str] = set()
    waiting: dict[str, None] = {}
    """Folders named as a page's own, of which the page has not come yet."""
    room = _MOST_NAMES
    while (header := read_header(source.file)) is not None:
        source.reading.allowance.member()
        name, file = header.name, _Member(source.file, header.size)
        around = companions_around(name)
        if (room := room - len(name)) < 0:
            raise CaptureError(f"the names of its files have more than {_MOST_NAMES} characters; unpack it")
        if header.is_folder or is_left_out(name):
            pass
        elif around:
            waiting[around[0]] = None
        elif fault := fault_of(name) or header.fault or (name in names and _TWICE):
            yield source.failure(name, fault)
        else:
            names.add(name)
            yield from source.inner(cast("BinaryIO", file), name)
        file.skip()
    for folder in waiting:
        if not is_companion(folder, names):
            yield source.failure(folder, _NO_PAGE)


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of the pages in it, in the order of the file."""
    beside = wanted_beside(album)
    while (header := read_header(album.file)) is not None:
        album.allowance.member()
        file = _Member(album.file, header.size)
        if not header.fault:
            with suppress(CaptureError):  # said when the captures were read
                yield from pictures_of_member(album, cast("BinaryIO", file), header.name, beside)
        file.skip()


_TWICE = "the archive holds this name twice; the first was read"
_NO_PAGE = "it is named as a folder that a browser saves beside a page, but that page is not here; rename the folder"


class _Member(Stream):
    """The stream of a member."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._left = size
        self._padding = -size % BLOCK

    def take(self, size: int) -> bytes:
        piece = self._read(min(size, self._left))
        self._left -= len(piece)
        return piece

    def skip(self) -> None:
        """Go to the next member."""
        while self._left:
            self.take(BUFFER)
        self._read(self._padding)

    def _read(self, size: int) -> bytes:
        piece = self._file.read(size)
        if len(piece) < size:
            raise CaptureError("the tar file breaks off before its end; save it again")
        return piece
