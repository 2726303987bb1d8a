"""A file read piece by piece: as it is, or unpacked member by member, with the offset at which each member begins."""

import io
from typing import Any
from zlib import MAX_WBITS

from isal import isal_zlib

from morgue.capture.errors import CaptureError

MAGIC = b"\x1f\x8b\x08"
"""What a gzip member begins with."""

_PIECE = 65_536
"""Bytes read at once."""
_MOST_UNPACKED = 1_048_576
"""Bytes that come of one step: a bomb is noticed before it fills the memory."""
_TRIED = 1024
"""Bytes of what may be a member that are unpacked to see whether it is one."""
_MOST_AGAIN = 64_000_000
"""Bytes of one file that are read a second time to find where the next part begins behind a broken one."""
_BREAKS_OFF = "the file breaks off in this record; copy or capture it again"


class BrokenError(CaptureError):
    """A part of a file that cannot be read; what stands behind it may be."""


class Pieces:
    """A plain file: one member. ``member`` is where the last member begins."""

    packed = False
    damage: BrokenError | None = None
    """Why no piece can be had before a new start."""

    def __init__(self, file: io.BufferedReader, start: int) -> None:
        """Read on from where the file stands, ``start`` bytes behind its beginning."""
        self._file = file
        self._end = self.member = start
        self._again = _MOST_AGAIN

    def next(self) -> bytes:
        """Return the next piece, nothing at the end."""
        piece = self._file.read1(_PIECE)
        self._end += len(piece)
        return piece

    def back_to(self, offset: int) -> bool:
        """Go back to an offset and say whether that can be: not in every stream, and not without end."""
        self._again -= self._end - offset
        if self._again < 0 or not self._file.seekable():
            return False
        self._file.seek(offset)
        self._end = self.member = offset
        return True


class Packed(Pieces):
    """A file of gzip members."""

    packed = True

    def __init__(self, file: io.BufferedReader, start: int) -> None:
        """Read on from where the file stands, ``start`` bytes behind its beginning, where a member begins."""
        super().__init__(file, start)
        self._raw = b""  # what was read and not yet unpacked
        self._unpacker: Any = None

    def next(self) -> bytes:
        """Return the next piece unpacked, nothing at the end. Raise BrokenError where it cannot be."""
        if self.damage:
            raise self.damage
        while self._raw or self._more():
            unpacker = self._unpacker or self._begin()
            if not unpacker:
                continue
            try:
                piece: bytes = unpacker.decompress(self._raw, _MOST_UNPACKED)
            except isal_zlib.error as error:
                raise self._broken(f"its gzip is damaged ({error}); copy or capture it again") from None
            self._raw = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            self._unpacker = None if unpacker.eof else unpacker
            if piece:
                return piece
        if self._unpacker:
            raise self._broken(_BREAKS_OFF)
        return b""

    def _more(self) -> bool:
        piece = super().next()
        self._raw += piece
        return bool(piece)

    def _begin(self) -> Any:
        """Begin the member that comes next; None where there are but zeros, with which some packers pad."""
        self._raw = self._raw.lstrip(b"\0")
        while self._raw and len(self._raw) < len(MAGIC) and self._more():
            pass
        if not self._raw:
            return None
        self.member = self._end - len(self._raw)
        if MAGIC.startswith(self._raw) and len(self._raw) < len(MAGIC):
            raise self._broken(_BREAKS_OFF)
        if not self._raw.startswith(MAGIC):
            raise self._broken("what stands here is not packed as the rest of the file is; copy it again")
        self._unpacker = isal_zlib.decompressobj(MAX_WBITS | 16)
        return self._unpacker

    def _broken(self, reason: str) -> BrokenError:
        self._unpacker = None
        self.damage = BrokenError(reason)
        return self.damage

    def restart(self, begins: bytes) -> bool:
        """Find the next member that unpacks to what begins so, behind the start of the last, and say whether one is."""
        self.damage = None
        tried = self.member + 1
        if self.back_to(tried):
            self._raw = b""
        tried = max(0, tried - (self._end - len(self._raw)))
        while True:
            found = self._raw.find(MAGIC, tried)
            if found < 0 or len(self._raw) - found < _TRIED:
                self._raw = self._raw[found if found >= 0 else max(tried, len(self._raw) - len(MAGIC) + 1) :]
                tried = 0
                if self._more():
                    continue
                if found < 0:
                    self._raw = b""
                    return False
                found = 0
            if _begins(self._raw[found : found + _TRIED], begins):
                self._raw = self._raw[found:]
                return True
            tried = found + 1


def _begins(packed: bytes, begins: bytes) -> bool:
    try:
        return bool(isal_zlib.decompressobj(MAX_WBITS | 16).decompress(packed, len(begins)) == begins)
    except isal_zlib.error:
        return False
