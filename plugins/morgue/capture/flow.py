"""The bytes of a WARC in order, unpacked where it is packed, and where in the file each stands.

Mostly each record is a gzip member of its own, so that it can be read from its offset. But several may share one, or
one may be spread over several: what matters is where records begin.
"""

import io
import re
from collections import deque
from collections.abc import Iterator

from morgue.capture.errors import CaptureError
from morgue.capture.pieces import MAGIC, BrokenError, Packed, Pieces
from morgue.limits import Limits

RECORD = b"WARC/"
"""What a record begins with."""
_LINE_OF_RECORD = re.compile(rb"\nWARC/[01]\.")
_OVERLAP = 8
"""Bytes of that line, which two pieces may part."""


_NEAR = 64
"""Bytes among which the next record mostly begins."""


class Flow:
    """Unpacked bytes that are read forward; ``position`` counts them."""

    def __init__(self, file: io.BufferedReader, limits: Limits, start: int = 0) -> None:
        """Read on from where the file stands, which is ``start`` bytes behind its beginning."""
        self._pieces = Packed(file, start) if file.peek(len(MAGIC)).startswith(MAGIC) else Pieces(file, start)
        self._limits = limits
        self._buffer = b""
        self._at = 0
        self._end = 0  # position of the buffer's end
        self._members = deque([(0, start)])  # at which positions which members begin
        self._beside = 0

    @property
    def position(self) -> int:
        """Return how many bytes were read."""
        return self._end - len(self._buffer) + self._at

    def place(self) -> tuple[int, int]:
        """Return where the next byte stands: the offset in the file, and how far inside a member that is packed."""
        position = self.position
        while len(self._members) > 1 and self._members[1][0] <= position:
            self._members.popleft()
        begins, offset = self._members[0]
        return (offset, position - begins) if self._pieces.packed else (offset + position - begins, 0)

    def peek(self, count: int) -> bytes:
        """Return the next bytes, so many where there are, without reading them."""
        if len(self._buffer) - self._at < count:
            parts = [self._buffer[self._at :]]
            known = len(parts[0])
            try:
                while known < count and (piece := self._next()):
                    parts.append(piece)
                    known += len(piece)
            except BrokenError:
                if not known:
                    raise  # else it comes again where that is wanted which cannot be had
            self._buffer, self._at = b"".join(parts), 0
        return self._buffer[self._at : self._at + count]

    def take(self, count: int) -> bytes:
        """Read so many bytes; fewer at the end, or before a member that begins with a record."""
        if count <= len(self._buffer) - self._at:
            self._at += count
            return self._buffer[self._at - count : self._at]
        return b"".join(self._parts(count))

    def skip(self, count: int) -> int:
        """Pass over so many bytes as ``take`` would read, and return how many there were."""
        if count <= len(self._buffer) - self._at:
            self._at += count
            return count
        return sum(len(part) for part in self._parts(count))

    def skip_blank(self) -> bytes:
        """Pass over ends of lines, and return the start of what comes then; nothing at the end."""
        while near := self.peek(_NEAR):
            text = near.lstrip(b"\r\n")
            self._at += len(near) - len(text)
            if text:
                return self.peek(len(RECORD))
        return b""

    def ends_here(self) -> bool:
        """Say whether a record ends here: behind empty lines another begins, or nothing more comes."""
        known = self._members[-1]
        try:
            rest = self.skip_blank()
        except BrokenError:
            if self._members[-1] == known:
                raise
            return True  # what is broken is another
        return not rest or rest.startswith(RECORD)

    def next_record(self, behind: int) -> bool:
        """Go to where the next record begins, behind an offset at which one is broken, and say whether there is one."""
        self._back_to(behind)
        return self._search()

    def _search(self) -> bool:
        pieces = self._pieces
        if isinstance(pieces, Packed) and pieces.damage:
            self._buffer, self._at = b"", 0
            return pieces.restart(RECORD)
        while True:
            if found := _LINE_OF_RECORD.search(self._buffer, self._at):
                self._at = found.start() + 1
                return True
            self._at = max(self._at, len(self._buffer) - _OVERLAP)
            known = self._members[-1]
            before = self._buffer[self._at :]
            try:
                piece = self._next()
            except BrokenError:
                return self._search()
            if not piece:
                return False
            self._buffer, self._at = before + piece, 0
            if self._members[-1] != known and piece.startswith(RECORD):
                self._at = len(before)
                return True

    def _back_to(self, offset: int) -> None:
        """Go back to an offset of a plain file, where that can be."""
        if not self._pieces.packed and self._pieces.back_to(offset):
            self._end = self.position
            self._buffer, self._at = b"", 0
            self._members = deque([(self._end, offset)])

    def beside(self, count: int) -> None:
        """Count bytes that were unpacked beside this for something in it."""
        self._beside += count
        self._check()

    def _parts(self, count: int) -> Iterator[bytes]:
        while count:
            if self._at == len(self._buffer):
                known = self._members[-1]
                self._buffer, self._at = self._next(), 0
                if not self._buffer or (self._members[-1] != known and self._buffer.startswith(RECORD)):
                    return
            part = self._buffer[self._at : self._at + count]
            self._at += len(part)
            count -= len(part)
            yield part

    def _next(self) -> bytes:
        try:
            piece = self._pieces.next()
        finally:
            if self._members[-1][1] != self._pieces.member:
                self._members.append((self._end, self._pieces.member))
        self._end += len(piece)
        self._check()
        return piece

    def _check(self) -> None:
        most = self._limits.bytes + self._limits.ratio * self._pieces.read
        if self._pieces.packed and self._end + self._beside > most:
            ratio = self._limits.ratio
            raise CaptureError(f"it unpacks to more than {ratio} times its size; raise MORGUE_MAX_RATIO to take it in")
