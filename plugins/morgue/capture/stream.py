"""A stream of bytes that come from another one."""

import io
from abc import abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class Stream(io.RawIOBase):
    """What asks for bytes as Python's streams do, of whatever gives them by ``take``."""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    @abstractmethod
    def take(self, size: int) -> bytes:
        """Return the next bytes, so many at the most; none at the end."""

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a buffer as far as one ``take`` goes."""
        view = memoryview(buffer).cast("B")
        piece = self.take(len(view))
        view[: len(piece)] = piece
        return len(piece)
