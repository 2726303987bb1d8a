"""A part of a file as a file of its own, where it lies, without a copy of it."""

import io
from typing import BinaryIO

from morgue.capture.stream import Stream


class Stretch(Stream):
    """``size`` bytes from ``start`` on of a file that can seek, and that others may read at the same time."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        """Stand at the start."""
        self._file = file
        self._start = start
        self._size = size
        self._at = 0

    def seekable(self) -> bool:
        """Say that it can seek."""
        return True

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        self._file.seek(self._start + self._at)
        piece = self._file.read(min(size, self._size - self._at))
        self._at += len(piece)
        return piece

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the part."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = min(max(base + offset, 0), self._size)
        return self._at
