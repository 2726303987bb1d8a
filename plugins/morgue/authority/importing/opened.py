"""A downloaded file, plain or packed by gzip or bzip2, read line by line and never more than allowed at once."""

import bz2
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from morgue.authority.importing.found import ImportFileError
from morgue.limits import Limits

_SLACK = 1_000_000
"""Bytes that a packed file may unpack to, however small it is."""


class Opened:
    """A file's lines, or all of it."""

    def __init__(self, file: BinaryIO, packed: int, limits: Limits) -> None:
        """Take an open file; ``packed`` is the size of what it is unpacked from, or 0."""
        self._file = file
        self._most = packed * limits.ratio + _SLACK if packed else 0
        self._limits = limits
        self._read = 0

    def line(self) -> bytes:
        """Return the next line with its end, or nothing behind the last. Raise ImportFileError where it is too long."""
        return self._bounded(self._file.readline(self._limits.bytes + 1))

    def lines(self) -> Iterator[bytes]:
        """Yield the lines that are left."""
        while line := self.line():
            yield line

    def rest(self) -> bytes:
        """Return all that is left. Raise ImportFileError where it is too much."""
        return self._bounded(self._file.read(self._limits.bytes + 1))

    def _bounded(self, data: bytes) -> bytes:
        if len(data) > self._limits.bytes:
            raise ImportFileError(
                f"holds more than {self._limits.bytes:,} bytes in one piece; a file of an item a line may be longer, "
                "and MORGUE_MAX_BYTES says how much is read at once"
            )
        self._read += len(data)
        if self._most and self._read > self._most:
            raise ImportFileError(f"unpacks to more than {self._limits.ratio} times its size; unpack it by hand")
        return data


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Opened]:
    """Give a file to read. Raise ImportFileError where it cannot be read."""
    try:
        with path.open("rb") as raw:
            begin = raw.read(3)
            raw.seek(0)
            if begin[:2] == b"\x1f\x8b":
                with gzip.GzipFile(fileobj=raw) as unpacked:
                    yield Opened(cast("BinaryIO", unpacked), path.stat().st_size, limits)
            elif begin == b"BZh":
                with bz2.BZ2File(raw) as unpacked_bz2:
                    yield Opened(cast("BinaryIO", unpacked_bz2), path.stat().st_size, limits)
            else:
                yield Opened(raw, 0, limits)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or str(error) or "it breaks off"
        raise ImportFileError(f"cannot be read: {why}") from error
