"""Pictures that were encoded before: kept in the archive's cache by what they are made of."""

import hashlib
from collections.abc import Iterator
from struct import Struct

from morgue.cache import KEY_BYTES, Cache
from morgue.pipeline import PICTURES
from morgue.publication.pictures.encoding import Encoded, version

Result = Encoded | str
"""A picture, or why there is none."""

_HEAD = Struct("<II")


def name_of(digest: str) -> str:
    """Return what a picture's file is called, by the SHA-256 of the bytes that it is made of."""
    return f"{_digest(digest).hex()[:16]}.webp"


def kept(cache: Cache | None, digest: str) -> Result | None:
    """Return what became of a picture the last time, or None."""
    value = cache.get(_key(digest)) if cache else None
    if value is None or len(value) < _HEAD.size:
        return None
    width, height = _HEAD.unpack_from(value)
    rest = value[_HEAD.size :]
    return Encoded(rest, width, height) if width else rest.decode("utf-8", "replace")


def keep(cache: Cache | None, digest: str, result: Result) -> None:
    """Keep what became of a picture."""
    if cache:
        cache.put(_key(digest), b"".join(_parts(result)))


def _parts(result: Result) -> Iterator[bytes]:
    if isinstance(result, str):
        yield _HEAD.pack(0, 0)
        yield result.encode("utf-8", "replace")
    else:
        yield _HEAD.pack(result.width, result.height)
        yield result.payload


def _key(digest: str) -> bytes:
    return PICTURES + _digest(digest)


def _digest(digest: str) -> bytes:
    return hashlib.blake2b(f"{version()} {digest}".encode(), digest_size=KEY_BYTES - 1).digest()
