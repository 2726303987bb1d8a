"""Results as bytes: sent home by a worker, and kept in the cache, in one and the same form.

The form is that of ``model``: JSON, checked as it is read, compressed by zstd, which with a dictionary of the archive's
own (``dictionaries``) takes an eighth less room than Brotli and a fifth less than zlib, and is read as quickly.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from morgue.model import NamedActor, Quote, TopicMatch
from morgue.pipeline.rooms import Cleaned
from morgue.pipeline.shorter import restore_clipping, restore_found, shorten_clipping, shorten_found
from morgue.zstandard import zstd

Form = TypeVar("Form")

_LEVEL = 9
"""zstd's: half a millisecond a page. Three levels more take twice the time and save a per cent and a half."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The outcome of extraction and cleaning: a clipping or why there is none, and the digest of its outlet's rules.

    What belongs to the capture's place, and its sidecar, are not in it: the same page elsewhere is read once.
    """

    outlets: str
    cleaned: Cleaned | None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What indexing adds to a clipping."""

    actors: tuple[NamedActor, ...]
    quotes: tuple[Quote, ...]
    topics: tuple[TopicMatch, ...]


_FORMS: dict[Any, TypeAdapter[Any]] = {form: TypeAdapter(form) for form in (Kept, Found)}


def pack(value: Kept | Found, dictionary: bytes = b"") -> bytes:
    """Return a value as bytes, which can be read by the same dictionary alone."""
    plain = _FORMS[type(value)].dump_python(value, mode="json", exclude_defaults=True)
    if isinstance(value, Found):
        shorten_found(plain)
    elif value.cleaned:
        shorten_clipping(plain["cleaned"]["clipping"])
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    loaded = _loaded(dictionary)
    return zstd.compress(text.encode("utf-8", "surrogatepass"), _LEVEL, zstd_dict=loaded and loaded.as_digested_dict)


def unpack(form: type[Form], data: bytes, dictionary: bytes = b"") -> Form:
    """Return the value of a form that bytes hold. Raise ValueError where they hold none, or by another dictionary."""
    try:
        plain = json.loads(zstd.decompress(data, _loaded(dictionary)).decode("utf-8", "surrogatepass"))
        if form is Found:
            restore_found(plain)
        elif plain["cleaned"]:
            restore_clipping(plain["cleaned"]["clipping"])
    except (zstd.ZstdError, AttributeError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    value: Form = _FORMS[form].validate_python(plain)
    return value


@lru_cache(maxsize=4)
def _loaded(dictionary: bytes) -> zstd.ZstdDict | None:
    return zstd.ZstdDict(dictionary) if dictionary else None
