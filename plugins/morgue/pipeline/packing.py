"""Results as bytes: sent home by a worker, and kept in the cache, in one and the same form.

The form is that of ``model``: JSON, checked as it is read, compressed by zstd, which with a dictionary of the archive's
own (``dictionaries``) takes an eighth less room than Brotli and a fifth less than zlib, and is read as quickly.
"""

import json
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from morgue.model import NamedActor, Quote, TopicMatch, Value
from morgue.pipeline.rooms import Cleaned
from morgue.pipeline.shorter import restore_clipping, restore_found, shorten_clipping, shorten_found
from morgue.zstandard import zstd

_LEVEL, _LEVEL_SENT = 9, 1
"""zstd's, of what is kept: half a millisecond a page. Three levels more take twice the time and save a per cent and a
half. What is only sent home takes a tenth."""


class Kept(Value, frozen=True):
    """The outcome of extraction and cleaning: a clipping or why there is none, and the digest of its outlet's rules.

    What belongs to the capture's place, and its sidecar, are not in it: the same page elsewhere is read once.
    """

    outlets: str
    cleaned: Cleaned | None
    failure: str = ""


class Found(Value, frozen=True):
    """What indexing adds to a clipping."""

    actors: tuple[NamedActor, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[TopicMatch, ...]


Form = TypeVar("Form", Kept, Found)

_READERS: dict[Any, msgspec.json.Decoder[Any]] = {
    form: msgspec.json.Decoder(tuple[tuple[str, ...], form])  # type: ignore[valid-type]
    for form in (Kept, Found)
}
"""The texts of a clipping's blocks, and the value that holds the rest."""


def pack(value: Kept | Found, dictionary: bytes | None = b"") -> bytes:
    """Return a value as bytes, which can be read by the same dictionary alone; None for what is not to be kept."""
    plain, texts = msgspec.to_builtins(value, enc_hook=_plain), []
    if isinstance(value, Found):
        shorten_found(plain)
    elif value.cleaned:
        texts = shorten_clipping(plain["cleaned"]["clipping"])
    text = _written((texts, plain))
    if dictionary is None:
        return zstd.compress(text, _LEVEL_SENT)
    loaded = _loaded(dictionary)
    return zstd.compress(text, _LEVEL, zstd_dict=loaded and loaded.as_digested_dict)


def unpack(form: type[Form], data: bytes, dictionary: bytes = b"") -> Form:
    """Return the value of a form that bytes hold. Raise ValueError where they hold none, or by another dictionary."""
    try:
        texts, value = _read(form, zstd.decompress(data, _loaded(dictionary)))
    except (zstd.ZstdError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if isinstance(value, Found):
        restore_found(value.actors, value.quotes)
    elif value.cleaned:
        restore_clipping(value.cleaned.clipping, texts)
    return value


def _plain(part: object) -> str | int | float:
    """Return a part of a value that a library made, as a str or a float of its own kind, as what it is."""
    for kind in (str, int, float):
        if isinstance(part, kind):
            return kind(part)
    raise TypeError(f"a result holds what cannot be kept, a {type(part).__name__}")


def _written(plain: Any) -> bytes:
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:  # a text holds a lone surrogate
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(form: type[Form], text: bytes) -> tuple[tuple[str, ...], Form]:
    try:
        read: tuple[tuple[str, ...], Form] = _READERS[form].decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:  # no JSON to msgspec, as where a text holds a lone surrogate
        read = msgspec.convert(json.loads(text.decode("utf-8", "surrogatepass")), _READERS[form].type)
    return read


@lru_cache(maxsize=4)
def _loaded(dictionary: bytes) -> zstd.ZstdDict | None:
    return zstd.ZstdDict(dictionary) if dictionary else None
