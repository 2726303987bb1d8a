"""The parts of a MIME file, one after the other, as its lines come in.

The standard library's parser holds the whole file, several times over, to give one part of it; only headers go there.
"""

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from io import BufferedReader
from typing import Final

from morgue.capture.errors import CaptureError
from morgue.capture.mime_fields import decoded, parameter

_PIECE = 65_536
"""Bytes of a line that are looked at together."""
_LONGEST_HEADERS = 200_000
"""Bytes of a part's headers, and of those of a file."""
_ALL_HEADERS = 10_000_000
"""Bytes of the headers of all parts: a kilobyte for each."""
_BLANK = b"\xef\xbb\xbf\r\n"
"""What may stand before a file's headers, and ends those of a part."""
_DEEPEST = 8
"""Parts that hold parts."""
_MOST = 10_000
"""Parts of one file: one for each thing that a page shows."""
_ENCODED = 4
"""Bytes that a byte may be written with, line breaks and all."""


_TOO_LARGE = "the page is larger than {} bytes; raise MORGUE_MAX_BYTES to take it in"

_INSIDE: Final = b""
"""Stands for the mark that ends a part while it has not been met."""


class Parts:
    """The parts of a file that hold no others; one that is no multipart has one. ``top`` are the file's headers."""

    def __init__(self, file: BufferedReader) -> None:
        """Take a stream at its start. Raise CaptureError where its headers are too long."""
        self._file = file
        self._set_around([])
        self._mark: bytes | None = _INSIDE
        """The mark that ended the last part; None at the end of the file."""
        self._count = self._size = 0
        while (window := file.peek(1)) and window[0] in _BLANK:
            file.read(len(window) - len(window.lstrip(_BLANK)))
        self.top = self._headers()

    def __iter__(self) -> Iterator[Message]:
        """Yield the headers of each part; its ``body`` is asked for before the next."""
        if not self._entered(self.top):
            yield self.top
            return
        while self._next_mark() is not None:
            if self._mark != self._around[-1]:  # it closes the multipart
                self._set_around(self._around[:-1])
                if not self._around:
                    return
                self._mark = _INSIDE
                continue
            self._count += 1
            if self._count > _MOST:
                raise CaptureError(f"it has more than {_MOST} parts; save the page again")
            headers = self._headers()
            self._mark = _INSIDE
            if not self._entered(headers):
                yield headers

    def body(self, headers: Message, most: int) -> bytes:
        """Return the decoded body of the part that was given last.

        Raise CaptureError where it breaks off, is damaged or has more than so many bytes.
        """
        encoded = bytearray()
        for piece in self._rest():
            encoded += piece
            if len(encoded) > _ENCODED * most:
                raise CaptureError(_TOO_LARGE.format(most))
        if self._around and self._mark is None:
            raise CaptureError("the file breaks off inside its page; save it again")
        if self._mark:  # the line break before it is part of the mark
            encoded = encoded.removesuffix(b"\n").removesuffix(b"\r")
        body = decoded(encoded, str(headers.get("Content-Transfer-Encoding", "")).strip().lower())
        if len(body) > most:
            raise CaptureError(_TOO_LARGE.format(most))
        return body

    def _next_mark(self) -> bytes | None:
        """Return the mark that ends the part where we are."""
        if self._mark == _INSIDE:
            for _ in self._rest():
                pass
        return self._mark

    def _rest(self) -> Iterator[bytes]:
        """Yield what is left of a part, in pieces."""
        begins = True
        while window := self._file.peek(_PIECE):
            end = window.rfind(b"\n") + 1 if begins else 0
            if not end:  # a line that goes on behind what can be seen
                piece = self._file.readline(_PIECE)
                if begins and self._is_mark(piece.rstrip()):
                    return
                begins = piece.endswith(b"\n")
                yield piece
                continue
            found = self._line.search(window, 0, end)
            if upto := found.start() if found else end:
                yield self._file.read(upto)
            if found:
                self._is_mark(self._file.readline().rstrip())
                return
        self._mark = None

    def _is_mark(self, line: bytes) -> bool:
        for depth, mark in enumerate(self._around):
            if line in (mark, mark + b"--"):
                self._set_around(self._around[: depth + 1])
                self._mark = line
                return True
        return False

    def _set_around(self, marks: list[bytes]) -> None:
        """Set the marks between the parts of the multiparts around where we are, the innermost last."""
        self._around = marks
        any_mark = rb"^(?:%b)(?:--)?[ \t\r]*$" % b"|".join(map(re.escape, marks)) if marks else rb"(?!)"
        self._line = re.compile(any_mark, re.MULTILINE)

    def _headers(self) -> Message:
        block: list[bytes] = []
        size = 0
        while (line := self._file.readline(_PIECE)).strip(_BLANK):
            size += len(line)
            if size > _LONGEST_HEADERS or self._size + size > _ALL_HEADERS:
                raise CaptureError(f"it has more than {size} bytes of headers; save it again")
            block.append(line)
        self._size += size
        return BytesHeaderParser(policy=compat32).parsebytes(b"".join(block))

    def _entered(self, headers: Message) -> bool:
        """Go into a part that holds parts; say whether it is one."""
        mark = parameter(headers, "boundary") if headers.get_content_maintype() == "multipart" else ""
        if not mark or len(self._around) >= _DEEPEST:
            return False
        self._set_around([*self._around, b"--" + mark.encode("utf-8", "surrogateescape")])
        return True
