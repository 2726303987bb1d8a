"""What comes over a connection, byte for byte and within limits of size and time."""

import io
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from morgue.acquisition.clock import Deadline
from morgue.acquisition.errors import AcquisitionError

_FRAMING = 1_000_000
"""Bytes that an answer may have beyond its body's limit: its head, and what parts its chunks."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an answer may take: bytes of its body, as sent and unpacked, and the time."""

    max_bytes: int
    deadline: Deadline

    def too_large(self) -> AcquisitionError:
        """Return the error of an answer beyond ``max_bytes``."""
        return AcquisitionError(f"it is larger than {self.max_bytes} bytes; raise MORGUE_MAX_BYTES to take it in")


class _Wire(io.RawIOBase):
    """A socket's bytes; each read waits no longer than the deadline allows, so that a slow drip ends too."""

    def __init__(self, sock: socket.socket, bounds: Bounds) -> None:
        self._socket = sock
        self._file = sock.makefile("rb", buffering=0)
        self._bounds = bounds
        self._left = bounds.max_bytes + _FRAMING

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._socket.settimeout(self._bounds.deadline.left())
        try:
            count = self._file.readinto(buffer)
        except TimeoutError:
            self._bounds.deadline.left()  # says so
            raise
        self._left -= count or 0
        if self._left < 0:
            raise self._bounds.too_large()
        return count

    def close(self) -> None:
        self._file.close()
        super().close()


class Tape(io.BufferedReader):
    """A reader that keeps what was read from it in ``heard``, and not what only lies ready behind."""

    def __init__(self, sock: socket.socket, bounds: Bounds) -> None:
        super().__init__(_Wire(sock, bounds))
        self.heard = bytearray()

    def read(self, size: int | None = -1, /) -> bytes:
        """Read and keep."""
        return self._kept(super().read(size))

    def read1(self, size: int = -1, /) -> bytes:
        """Read and keep."""
        return self._kept(super().read1(size))

    def readline(self, size: int | None = -1, /) -> bytes:
        """Read and keep."""
        return self._kept(super().readline(size))

    def readinto(self, buffer: Any, /) -> int:
        """Read and keep."""
        count = super().readinto(buffer)
        self.heard += memoryview(buffer)[:count]
        return count

    def _kept(self, read: bytes) -> bytes:
        self.heard += read
        return read


@dataclass(frozen=True, slots=True)
class Tapped:
    """A socket as ``http.client`` reads an answer from it: by ``makefile``, which gives the tape."""

    sock: socket.socket
    bounds: Bounds
    listening: Callable[[Tape], None]

    def makefile(self, *_: Any) -> Tape:
        """Return the tape, and tell who listens."""
        tape = Tape(self.sock, self.bounds)
        self.listening(tape)
        return tape
