"""A zip file opened as a stranger's: only CaptureError comes out of it, and no more than is allowed."""

import struct
import zipfile
import zlib
from typing import IO, BinaryIO, Self, cast

from morgue.capture.allowance import Allowance
from morgue.capture.errors import CaptureError
from morgue.capture.stream import Stream
from morgue.capture.stretch import Stretch

_MOST_DIRECTORY = 32_000_000
"""Bytes of the list of files, which is held in memory several times over: some 300,000 files."""

_LOCAL_HEADER = 30
"""Bytes before a member's name where it lies."""

_LENGTHS = 26
"""Of these, before the lengths of its name and of what else stands before its content."""

_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What is read: of the other ways to pack, Python unpacks whole pieces at once, however large they become."""

_UTF_8 = 0x800
"""The flag of a name that is in UTF-8."""

_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError),
)
"""What Python's reader raises of damaged files."""


class Zipped:
    """A zip file."""

    def __init__(self, file: BinaryIO, allowance: Allowance) -> None:
        """Take a file that can seek, and what may come out of it.

        Raise CaptureError where it is no readable zip file.
        """
        self._file = file
        self._allowance = allowance
        try:
            self._zip = zipfile.ZipFile(cast("BinaryIO", _Guarded(file)))
        except _BROKEN as error:
            reason = f"it is no readable zip file ({error}); save it again, or mend it with zip -FF"
            raise CaptureError(reason) from None
        for info in self._zip.infolist():
            info.filename = _name_of(info)
        self._overlapping = self._find_overlapping()

    @property
    def members(self) -> list[zipfile.ZipInfo]:
        """Return the files in it, sorted by name; of the same name, as they are listed."""
        return sorted(
            (info for info in self._zip.infolist() if not info.filename.endswith("/")), key=lambda info: info.filename
        )

    def open(self, info: zipfile.ZipInfo) -> BinaryIO:
        """Return the stream of a member, which cannot seek. Raise CaptureError where it cannot be read.

        So does reading it, where it is damaged or more comes out than is allowed.
        """
        if info.flag_bits & 1:
            raise CaptureError("it is locked with a password; unpack the archive")
        if info.compress_type not in _READ:
            raise CaptureError(f"it is packed in a way that is not read here ({info.compress_type}); zip it anew")
        if info.header_offset in self._overlapping:
            raise CaptureError("its bytes are those of other files, too, as in a bomb; remove the archive")
        try:
            return cast("BinaryIO", _Member(self._zip.open(info), self._allowance))
        except _BROKEN as error:
            raise CaptureError(_damaged(error)) from None

    def in_place(self, info: zipfile.ZipInfo) -> BinaryIO | None:
        """Return the stream of a member that is not packed, which can seek; None for any other.

        Raise CaptureError where it cannot be read.
        """
        if info.compress_type != zipfile.ZIP_STORED:
            return None
        self.open(info).close()  # looks whether it is what the list says
        self._file.seek(info.header_offset + _LENGTHS)
        lengths = self._file.read(2), self._file.read(2)
        start = self._file.tell() + sum(int.from_bytes(length, "little") for length in lengths)
        return cast("BinaryIO", Stretch(self._file, start, info.compress_size))

    def _find_overlapping(self) -> set[int]:
        """Return where members begin whose bytes reach into those of the next, or into the list."""
        places = sorted((info.header_offset, info.compress_size) for info in self._zip.infolist())
        nexts = [start for start, _ in places[1:]] + [self._zip.start_dir]
        return {
            start
            for (start, packed), behind in zip(places, nexts, strict=False)
            if start + _LOCAL_HEADER + packed > behind
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return a member's name: many programs write it in UTF-8 and do not say so."""
    try:
        return info.filename if info.flag_bits & _UTF_8 else info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


class _Guarded:
    """A file of which nothing is read at once that is larger than an honest zip's list of files."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size > _MOST_DIRECTORY:
            raise CaptureError("its list of files is larger than 32 MB; unpack it")
        return self._file.read(_MOST_DIRECTORY if size < 0 else size)


class _Member(Stream):
    """The stream of a member. It cannot seek, as going back would mean to unpack it again from its start."""

    def __init__(self, file: IO[bytes], allowance: Allowance) -> None:
        self._file = file
        self._allowance = allowance

    def take(self, size: int) -> bytes:
        try:
            piece = self._file.read(size)
        except _BROKEN as error:
            raise CaptureError(_damaged(error)) from None
        self._allowance.unpacked(len(piece))
        return piece


def _damaged(error: Exception) -> str:
    return f"it is damaged ({error or type(error).__name__}); zip it anew"
