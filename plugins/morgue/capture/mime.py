"""The parts of a MIME file, one after the other, as its lines come in.

The standard library's parser holds the whole file, several times over, to give one part of it; only headers go there.
"""

import binascii
from collections.abc import Iterator
from contextlib import suppress
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value
from io import BufferedReader
from typing import Final

from morgue.capture.errors import CaptureError

_PIECE = 65_536
"""Bytes of a line that are looked at together."""
_LONGEST_HEADERS = 200_000
"""Bytes of a part's headers, and of those of a file."""
_LONGEST_FIELD = 2_000
"""Characters of a field that has parameters: reading these takes the square of it."""
_DEEPEST = 8
"""Parts that hold parts."""
_ENCODED = 4
"""Bytes that a byte may be written with, line breaks and all."""


_INSIDE: Final = b""
"""Stands for the mark that ends a part while it has not been met."""


class Parts:
    """The parts of a file that hold no others; one that is no multipart has one. ``top`` are the file's headers."""

    def __init__(self, file: BufferedReader) -> None:
        """Take a stream at its start. Raise CaptureError where its headers are too long."""
        self._file = file
        self._around: list[bytes] = []
        """The marks between the parts of the multiparts around where we are, the innermost last."""
        self._mark: bytes | None = _INSIDE
        """The mark that ended the last part; None at the end of the file."""
        self.top = self._headers()
        while not len(self.top) and file.peek(1):  # blank lines before them
            self.top = self._headers()

    def __iter__(self) -> Iterator[Message]:
        """Yield the headers of each part; its ``body`` is asked for before the next."""
        if not self._entered(self.top):
            yield self.top
            return
        while self._next_mark() is not None:
            if self._mark != self._around[-1]:  # it closes the multipart
                self._around.pop()
                if not self._around:
                    return
                self._mark = _INSIDE
                continue
            headers = self._headers()
            self._mark = _INSIDE
            if not self._entered(headers):
                yield headers

    def body(self, headers: Message, most: int) -> bytes:
        """Return the decoded body of the part that was given last.

        Raise CaptureError where it breaks off, is damaged or has more than so many bytes.
        """
        pieces: list[bytes] = []
        size = 0
        for piece in self._rest():
            size += len(piece)
            if size > _ENCODED * most:
                break
            pieces.append(piece)
        if self._around and self._mark is None:
            raise CaptureError("the file breaks off inside its page; save it again")
        encoded = b"".join(pieces)
        if self._mark:  # the line break before it is part of the mark
            encoded = encoded.removesuffix(b"\n").removesuffix(b"\r")
        body = _decoded(encoded, str(headers.get("Content-Transfer-Encoding", "")).strip().lower())
        if max(len(body), size // _ENCODED) > most:
            raise CaptureError(f"the page is larger than {most} bytes; raise MORGUE_MAX_BYTES to take it in")
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
        while piece := self._file.readline(_PIECE):
            if begins and piece.startswith(b"--") and self._is_mark(piece.rstrip()):
                return
            begins = piece.endswith(b"\n")
            yield piece
        self._mark = None

    def _is_mark(self, line: bytes) -> bool:
        for depth, mark in enumerate(self._around):
            if line in (mark, mark + b"--"):
                del self._around[depth + 1 :]
                self._mark = line
                return True
        return False

    def _headers(self) -> Message:
        block: list[bytes] = []
        size = 0
        while (line := self._file.readline(_PIECE)).strip(b"\xef\xbb\xbf\r\n"):
            size += len(line)
            if size > _LONGEST_HEADERS:
                raise CaptureError(f"it has more than {_LONGEST_HEADERS} bytes of headers; save it again")
            block.append(line)
        return BytesHeaderParser(policy=compat32).parsebytes(b"".join(block).lstrip(b"\xef\xbb\xbf"))

    def _entered(self, headers: Message) -> bool:
        """Go into a part that holds parts; say whether it is one."""
        mark = parameter(headers, "boundary") if headers.get_content_maintype() == "multipart" else ""
        if not mark or len(self._around) >= _DEEPEST:
            return False
        self._around.append(b"--" + mark.encode("utf-8", "surrogateescape"))
        return True


def parameter(headers: Message, name: str) -> str:
    """Return a parameter of a part's media type, or nothing."""
    if len(str(headers.get("Content-Type", ""))) > _LONGEST_FIELD:
        return ""
    said = headers.get_param(name) or ""
    return collapse_rfc2231_value(said).strip()


def field(headers: Message, name: str) -> str:
    """Return what a header says, or nothing: unfolded, and decoded where it was encoded."""
    said = str(headers.get(name, "")).strip()
    try:
        return str(make_header(decode_header(said))) if "=?" in said else said
    except (LookupError, ValueError, MessageError):
        return said


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding != "base64":
        return body
    for padding in (b"", b"=", b"=="):
        with suppress(binascii.Error):
            return binascii.a2b_base64(body + padding)
    raise CaptureError("its page is no readable base64; save it again")
