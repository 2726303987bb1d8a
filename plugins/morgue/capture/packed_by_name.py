"""A file packed by brotli, which marks its files in no way."""

from collections.abc import Iterator

from morgue.capture.album import Album, Held
from morgue.capture.packed import pictures_unpacked, unpacked
from morgue.capture.source import Source
from morgue.capture.unpackers import BROTLI
from morgue.model import Capture, Failure

KIND = "pages packed by brotli (.br)"


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001  any bytes may begin one
    """Say whether a file's name says that it is packed by brotli; only for one that is nothing else."""
    return name.lower().endswith(BROTLI.suffix)


def captures(source: Source) -> Iterator[Capture | Failure]:
    """Yield what is in the packed file."""
    yield from unpacked(source, BROTLI)


def pictures(album: Album) -> Iterator[Held]:
    """Yield the pictures that are wanted of what is in the packed file."""
    yield from pictures_unpacked(album, BROTLI)
