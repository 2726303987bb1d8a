"""A single file that was saved packed by gzip."""

import zlib
from collections.abc import Iterator

from morgue.capture.album import Album, Held
from morgue.capture.errors import CaptureError
from morgue.capture.source import Source
from morgue.model import Capture, Failure

KIND = "any of these packed by gzip"

_MAGIC = b"\x1f\x8b\x08"
_SUFFIX = ".gz"

_MAX_MEMBERS = 1000
"""Members of one file: block-wise packers make some 320 of 20 MB; more is an attack."""


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  the bytes say it
    """Say whether a file is packed."""
    return head.startswith(_MAGIC)


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield what is in the packed file."""
    payload = unpack(source.payload(), source.limits.bytes)
    yield from source.unpacked(payload, source.name.removesuffix(_SUFFIX))


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of what is in the packed file."""
    payload = unpack(album.payload(), album.limits.bytes)
    yield from album.unpacked(payload, album.name.removesuffix(_SUFFIX))


def unpack(packed: bytes, max_bytes: int) -> bytes:
    """Return what a gzip file holds, all its members.

    Raise CaptureError when it is no gzip, broken off, damaged, or unpacks to more than ``max_bytes``; no more than
    that is ever held in memory.
    """
    if not packed:
        return b""
    payload = bytearray()
    for _ in range(_MAX_MEMBERS):
        member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            payload += member.decompress(packed, max_bytes + 1 - len(payload))
        except zlib.error as error:
            raise CaptureError(f"it is no readable gzip file ({error}); save it again") from None
        if len(payload) > max_bytes:
            raise CaptureError(f"it unpacks to more than {max_bytes} bytes; raise MORGUE_MAX_BYTES to take it in")
        if not member.eof:
            raise CaptureError("the gzip file breaks off before its end; save it again")
        packed = member.unused_data.lstrip(b"\0")  # some packers pad with zeros
        if not packed:
            return bytes(payload)
    raise CaptureError(f"the gzip file has more than {_MAX_MEMBERS} members; save it again as one")
