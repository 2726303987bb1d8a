"""A packed stream read as the unpacked one: no more is unpacked at once than is asked for, and never a bomb."""

from typing import BinaryIO

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.stream import Stream
from morgue.capture.unpackers import Packing

_PIECE = 8192
"""Packed bytes taken at once: what stands behind a member is copied with each."""
_MOST_EMPTY = 2_000_000
"""Packed bytes from which nothing comes: headers, and members that hold nothing."""


class Unpacked(Stream):
    """The bytes that a packed stream holds, those of all its members.

    Reading raises CaptureError when it is damaged, breaks off, unpacks to more than its file is allowed, or goes on and
    on while nothing comes out.
    """

    def __init__(self, packed: BinaryIO, packing: Packing, allowance: Allowance) -> None:
        """Take a stream at its start, the way in which it is packed, and what may come out."""
        self._packed = packed
        self._packing = packing
        self._allowance = allowance
        self._unpacker = packing.unpacker()
        self._behind = b""
        self._taken = 0
        self._given = 0

    def take(self, size: int) -> bytes:
        """Return the next bytes, fewer than are asked for at the end alone."""
        pieces = []
        while size and (piece := self._next(size)):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def _next(self, most: int) -> bytes:
        """Return the next bytes, or none at the end."""
        while not self._unpacker.eof or self._begin_member():
            hungry = self._unpacker.needs_input
            packed = self._take() if hungry else b""
            try:
                piece = self._unpacker.decompress(packed, most)
            except self._packing.errors as error:
                reason = f"it is no readable {self._packing.name} file ({error}); save it again"
                raise CaptureError(reason) from None
            self._given += len(piece)
            self._allowance.unpacked(len(piece))
            if self._taken > _MOST_EMPTY + 2 * self._given:
                raise CaptureError(f"the {self._packing.name} file is full of empty parts; save it again")
            if piece:
                return piece
            if hungry and not packed and not self._unpacker.eof:
                raise CaptureError(f"the {self._packing.name} file breaks off before its end; save it again")
        return b""

    def _begin_member(self) -> bool:
        """Begin to unpack what stands behind the end of a member; say whether there is anything."""
        behind = self._unpacker.unused_data or self._take()
        while behind and not (rest := behind.lstrip(b"\0")):  # some packers pad with zeros
            behind = self._take()
        if not behind:
            return False
        self._behind = rest
        self._unpacker = self._packing.unpacker()
        return True

    def _take(self) -> bytes:
        """Return the next packed bytes."""
        if self._behind:
            packed, self._behind = self._behind, b""
            return packed
        packed = self._packed.read(_PIECE)
        self._taken += len(packed)
        return packed
