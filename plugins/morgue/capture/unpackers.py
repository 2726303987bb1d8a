"""The ways in which a file may be packed, each with an object that unpacks it piece by piece."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import brotli

from morgue.zstandard import zstd

_MEMORY = 100_000_000
"""Bytes that unpacking xz may take: its strongest preset asks for 65 MB."""
_WINDOW = 27
"""The same for zstd, as a power of two: what its own command takes without being told."""


class Unpacker(Protocol):
    """What bz2, lzma and zstd offer: never more than ``max_length`` bytes at once."""

    @property
    def eof(self) -> bool:
        """Say whether the end of what was packed has been met."""
        ...

    @property
    def needs_input(self) -> bool:
        """Say whether nothing comes before more is put in."""
        ...

    @property
    def unused_data(self) -> bytes:
        """Return what was put in from behind the end."""
        ...

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put in packed bytes, and return unpacked ones."""
        ...


@dataclass(frozen=True, slots=True)
class Packing:
    """A way to pack: how a file begins, how its name ends, and what unpacks it, with the errors that this raises."""

    name: str
    magic: bytes
    suffix: str
    unpacker: Callable[[], Unpacker]
    errors: tuple[type[Exception], ...]


class _Gzip:
    """zlib's object in the manner of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


class _Brotli:
    """brotli's object likewise; it gives somewhat more than it is asked for, which is kept here."""

    unused_data = b""

    def __init__(self) -> None:
        self._inner = brotli.Decompressor()
        self._left = b""

    @property
    def eof(self) -> bool:
        return not self._left and bool(self._inner.is_finished())

    @property
    def needs_input(self) -> bool:
        return not self._left and bool(self._inner.can_accept_more_data())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if not self._left:
            self._left = self._inner.process(data, output_buffer_limit=max_length)
        piece, self._left = self._left[:max_length], self._left[max_length:]
        return piece


PACKINGS = (
    Packing("gzip", b"\x1f\x8b\x08", ".gz", _Gzip, (zlib.error,)),
    Packing("bzip2", b"BZh", ".bz2", bz2.BZ2Decompressor, (OSError, ValueError)),
    Packing("xz", b"\xfd7zXZ\0", ".xz", lambda: lzma.LZMADecompressor(memlimit=_MEMORY), (lzma.LZMAError,)),
    Packing(
        "zstd",
        b"\x28\xb5\x2f\xfd",
        ".zst",
        lambda: zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: _WINDOW}),
        (zstd.ZstdError,),
    ),
)
"""Those that show in a file's first bytes."""

BROTLI = Packing("brotli", b"", ".br", _Brotli, (brotli.error,))
"""Its files begin as any others may."""
