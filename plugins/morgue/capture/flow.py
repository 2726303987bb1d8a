"""The bytes of a WARC in order, unpacked where it is packed, and where in the file each stands.

Mostly each record is a gzip member of its own, so that it can be read from its offset. But several may share one, or
one may be spread over several: what matters is where records begin.
"""

import io
import re
from collections import deque
from collections.abc import Iterator

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.pieces import MAGIC, BrokenError, Packed, Pieces

RECORD = b"WARC/"
"""What a record begins with."""
BEGINS = re.compile(rb"WARC/[01]\.\d{1,2} ?\r?\n[A-Za-z-]{1,32}:")
"""What nothing but a record begins with."""
_OVERLAP = 64
"""Bytes of that, which two pieces may part."""


_APART = b"\r\n\r\n"
"""What ends a record."""
_NEAR = 64
"""Bytes among which the next record mostly begins."""


class Flow:
    """Unpacked bytes that are read forward; ``position`` counts them."""

    def __init__(self, file: io.BufferedReader, allowance: Allowance, start: int = 0, *, again: bool = False) -> None:
        """Read on from where the file stands, which is ``start`` bytes behind its beginning.

        What is read ``again`` counts as if it were unpacked: there may be a million references to one large record.
        """
        self._pieces = Packed(file, start) if file.peek(len(MAGIC)).startswith(MAGIC) else Pieces(file, start)
        self._allowance = allowance
        self._counts = again or self._pieces.packed
        self._buffer = b""
        self._at = 0
        self._end = 0  # position of the buffer's end
        self._members = deque([(0, start)])  # at which positions which members begin

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
            except CaptureError:
                if not known:
                    raise  # else it comes again where that is wanted which cannot be had
            self._buffer, self._at = b"".join(parts), 0
        return self._buffer[self._at : self._at + count]

    def take(self, count: int) -> bytes:
        """Read so many bytes; fewer at the end, or before a member that begins with a record."""
        end = self._at + count
        if end <= len(self._buffer) and self._next_start(end) == end:
            self._at = end
            return self._buffer[end - count : end]
        return b"".join(self._parts(count))

    def skip(self, count: int) -> int:
        """Pass over so many bytes as ``take`` would read, and return how many there were."""
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
        end = self.position
        try:
            apart = self.peek(len(_APART)).startswith(_APART)
            rest = self.skip_blank()
        except CaptureError:
            if self._members[-1][0] < end:
                raise
            return True  # what is broken is another
        return apart or not rest or rest.startswith(RECORD) or RECORD.startswith(rest)

    def next_record(self, broken: tuple[int, int]) -> bool:
        """Go to where the next record begins, behind the place of a broken one, and say whether there is one."""
        self._back_to(broken[0] + 1)
        if self.place() == broken and self._at < len(self._buffer):
            self._at += 1
        return self._search()

    def _search(self) -> bool:
        pieces = self._pieces
        if isinstance(pieces, Packed) and pieces.damage:
            self._buffer, self._at = b"", 0
            return pieces.restart(RECORD)
        while True:
            start = self._next_start(len(self._buffer))
            if found := BEGINS.search(self._buffer, self._at, start):
                self._at = found.start()
                return True
            if start < len(self._buffer):
                self._at = start
                return True
            self._at = max(self._at, len(self._buffer) - _OVERLAP)
            before = self._buffer[self._at :]
            try:
                piece = self._next()
            except BrokenError:
                return self._search()
            if not piece:
                return False
            self._buffer, self._at = before + piece, 0

    def _next_start(self, most: int) -> int:
        """Return where in the buffer, before ``most``, a member begins with a record behind where we stand."""
        begins = self._end - len(self._buffer)
        for position, _ in self._members:
            start = position - begins
            if start >= most:
                break
            if start > self._at and self._buffer.startswith(RECORD, start):
                return start
        return most

    def _back_to(self, offset: int) -> None:
        """Go back to an offset of a plain file, where that can be."""
        if not self._pieces.packed and self._pieces.back_to(offset):
            self._end = self.position
            self._buffer, self._at = b"", 0
            self._members = deque([(self._end, offset)])

    def _parts(self, count: int) -> Iterator[bytes]:
        while count:
            if self._at == len(self._buffer):
                self._buffer, self._at = self._next(), 0
                if not self._buffer or (self._begins_member() and self._buffer.startswith(RECORD)):
                    return
            end = min(self._at + count, len(self._buffer))
            start = self._next_start(end)
            part = self._buffer[self._at : start]
            self._at = start
            yield part
            if start < end:
                return
            count -= len(part)

    def _begins_member(self) -> bool:
        return self._members[-1][0] == self.position

    def _next(self) -> bytes:
        try:
            piece = self._pieces.next()
        finally:
            if self._members[-1][1] != self._pieces.member:
                self._members.append((self._end, self._pieces.member))
        self._end += len(piece)
        if self._counts:
            self._allowance.unpacked(len(piece))
        return piece
