"""What a format is given to read: a stream of bytes, its place in the archive, and what is said of what it holds."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol, cast

from morgue.authority.sidecar import Sidecar
from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.page import MediaType, capture_of
from morgue.limits import Limits
from morgue.model import Capture, Failure

HEAD = 8192
"""Bytes at the start of a file by which its format is known."""

BUFFER = 65_536
"""Bytes read from a file at once; a stream can be peeked into no further."""

_PIECE = 1_000_000
"""Bytes asked of a file at once where all of it is wanted: most pages have fewer."""

MOST_NESTED = 3
"""Archives inside another: a zip of tars of WARCs has two; a bomb has no bottom."""


class Described(Protocol):
    """Says what an archivist wrote of a capture."""

    def __call__(self, member: str, url: str | None, *also: str) -> Sidecar:
        """Return it by member (empty: the file itself), address, and the addresses that led there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What all sources of one file share; ``read`` yields what any source holds, ``allowance`` counts it."""

    described: Described
    limits: Limits
    read: "Callable[[Source], Iterator[Capture | Failure]]"
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a member of one. Its stream is read once, from the start; it may not be able to seek.

    ``member`` is what stands behind the first ``#`` of the origin.
    """

    file: io.BufferedReader
    name: str
    origin: str
    reading: Reading
    member: str = ""
    nested: int = 0

    @property
    def head(self) -> bytes:
        """Return the first bytes, HEAD at most; before anything is read."""
        return self.file.peek(HEAD)[:HEAD]

    @property
    def limits(self) -> Limits:
        """Return how much may be read."""
        return self.reading.limits

    def payload(self, max_bytes: int | None = None) -> bytes:
        """Return all bytes. Raise CaptureError where they are more than a payload, or ``max_bytes``, may have."""
        most = max_bytes or self.limits.bytes
        payload = up_to(most + 1, self.file)
        if len(payload) > most:
            raise CaptureError(f"the file is larger than {most} bytes; raise MORGUE_MAX_BYTES to take it in")
        return payload

    def capture(  # noqa: PLR0913  all that a format may know of a page
        self,
        payload: bytes,
        member: str = "",
        *,
        url: str | None = None,
        also: Sequence[str] = (),
        captured: str | None = None,
        media_type: MediaType | None = None,
        charset: str | None = None,
    ) -> Capture:
        """Return a page of this file as a capture; ``member`` says where in the file it is, where it is not all of it.

        ``also`` are addresses that lead to its own, by which an archivist may know it. Raise CaptureError when it is
        empty.
        """
        origin, inside = self._place(member)
        return capture_of(
            payload,
            origin,
            lambda found: self.reading.described(inside, found, *also),
            url=url,
            captured=captured,
            media_type=media_type,
            charset=charset,
        )

    def failure(self, member: str, reason: str) -> Failure:
        """Return what is said of a member that cannot be read."""
        return Failure(self._place(member)[0], reason)

    def inner(self, file: BinaryIO, member: str) -> Iterator[Capture | Failure]:
        """Yield what a member holds, which is a file itself; what is wrong with it is a Failure of its own."""
        try:
            yield from self.reading.read(self.part(file, member))
        except CaptureError as error:
            yield self.failure(member, str(error))

    def part(self, file: BinaryIO, member: str) -> "Source":
        """Return a member, which is a file itself. Raise CaptureError where it lies too deep."""
        self._require_shallow()
        origin, inside = self._place(member)
        return Source(buffered(file), member.rpartition("/")[2], origin, self.reading, inside, self.nested + 1)

    def unpacked(self, file: BinaryIO, name: str) -> Iterator[Capture | Failure]:
        """Yield what this very file holds once it is unpacked."""
        self._require_shallow()
        within = replace(self, file=buffered(file), name=name, nested=self.nested + 1)
        yield from self.reading.read(within)

    def _require_shallow(self) -> None:
        if self.nested >= MOST_NESTED:
            raise CaptureError(f"it lies in {MOST_NESTED} archives inside each other; unpack the outer ones")

    def _place(self, member: str) -> tuple[str, str]:
        """Return origin and member of something in this source, or its own for none."""
        if not member:
            return self.origin, self.member
        return f"{self.origin}#{member}", f"{self.member}#{member}" if self.member else member


def up_to(most: int, file: BinaryIO) -> bytes:
    """Return the rest of a stream, ``most`` bytes of it at the most.

    It is asked for by pieces: for all that a page may have, room would be made for every page anew.
    """
    pieces = []
    while most and (piece := file.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def buffered(file: BinaryIO) -> io.BufferedReader:
    """Return a stream that can be peeked into as far as HEAD."""
    if isinstance(file, io.BufferedReader):
        return file
    return io.BufferedReader(cast("io.RawIOBase", file), BUFFER)  # it asks no more of it than any stream has
