"""What one file of a stranger's may come to, all archives in it taken together: a bomb's parts are small each."""

from typing import BinaryIO

from morgue.capture.errors import CaptureError
from morgue.capture.stream import Stream
from morgue.limits import Limits


class Allowance:
    """Counts what comes out of a file. What is beyond it stays beyond it: every further count raises CaptureError."""

    def __init__(self, limits: Limits, size: int = 0) -> None:
        """Take the limits, and the bytes of the file, as far as they are known."""
        self._limits = limits
        self.size = size
        self._given = 0
        self._members = 0

    def unpacked(self, given: int) -> None:
        """Note that so many bytes came out of an archive."""
        self._given += given
        limits = self._limits
        if self._given > limits.bytes and self._given > limits.ratio * self.size:
            reason = f"it unpacks to more than {limits.ratio} times the file's size"
            raise CaptureError(f"{reason}; raise MORGUE_MAX_RATIO to take it in")

    def member(self) -> None:
        """Note that one more member of an archive is to be read."""
        self.unpacked(0)
        self._members += 1
        if self._members > self._limits.members:
            reason = f"the file holds more than {self._limits.members} files"
            raise CaptureError(f"{reason}; raise MORGUE_MAX_MEMBERS to read on")


class Counted(Stream):
    """A stream whose size shows only as it is read."""

    def __init__(self, file: BinaryIO, allowance: Allowance) -> None:
        """Take the stream, and what to tell of its size."""
        self._file = file
        self._allowance = allowance

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        piece = self._file.read(size)
        self._allowance.size += len(piece)
        return piece
