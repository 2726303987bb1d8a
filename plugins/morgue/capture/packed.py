"""A file that was saved packed: whatever it holds is read as it is unpacked."""

import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from morgue.capture.album import Album, Held
from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.source import Source
from morgue.capture.unpacked import Unpacked
from morgue.capture.unpackers import PACKINGS, Packing
from morgue.limits import Limits
from morgue.model import Capture, Failure

KIND = "pages packed by gzip, bzip2, xz or zstd"


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the bytes say it
    """Say whether a file is packed in a way that shows."""
    return any(head.startswith(packing.magic) for packing in PACKINGS)


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield what is in the packed file."""
    head = source.head
    yield from unpacked(source, next(packing for packing in PACKINGS if head.startswith(packing.magic)))


def unpacked(source: Source, packing: Packing) -> Iterator[Capture | Failure]:
    """Yield what is in a file that is packed in some way."""
    stream = Unpacked(source.file, packing, source.reading.allowance)
    yield from source.unpacked(cast("BinaryIO", stream), _name_inside(source.name, packing))


def _name_inside(name: str, packing: Packing) -> str:
    return name[: -len(packing.suffix)] if name.lower().endswith(packing.suffix) else name


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of what is in the packed file."""
    head = album.file.peek()
    yield from pictures_unpacked(album, next(packing for packing in PACKINGS if head.startswith(packing.magic)))


def pictures_unpacked(album: Album, packing: Packing) -> Iterator[Held]:
    """Yield the pictures that are wanted of what is in a file that is packed in some way."""
    stream = Unpacked(album.file, packing, album.allowance)
    yield from album.unpacked(cast("BinaryIO", stream), _name_inside(album.name, packing))


def unpack(packed: bytes, max_bytes: int) -> bytes:
    """Return what bytes packed by gzip hold.

    Raise CaptureError when they are no gzip, broken off, damaged, or unpack to more than ``max_bytes``; no more than
    that is ever held in memory.
    """
    if not packed:
        return b""
    payload = Unpacked(io.BytesIO(packed), PACKINGS[0], Allowance(Limits(bytes=max_bytes + 1))).read(max_bytes + 1)
    if len(payload) > max_bytes:
        raise CaptureError(f"it unpacks to more than {max_bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
    return payload
