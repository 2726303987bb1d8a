"""Results as bytes: sent home by a worker, and kept in the cache, in one and the same form.

The form is that of ``model``: JSON, checked as it is read, compressed by Brotli, which takes a tenth less room
than zlib and reads as quickly.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import brotli
from pydantic import TypeAdapter

from morgue.model import NamedActor, Quote, TopicMatch
from morgue.pipeline.rooms import Cleaned

Form = TypeVar("Form")

_QUALITY = 5
"""Brotli's: above it time grows and room does not shrink."""


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


def pack(value: Kept | Found) -> bytes:
    """Return a value as bytes."""
    plain = _FORMS[type(value)].dump_python(value, mode="json", exclude_defaults=True)
    _near(_blocks_of(plain))
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    packed: bytes = brotli.compress(text.encode("utf-8", "surrogatepass"), quality=_QUALITY)
    return packed


def unpack(form: type[Form], data: bytes) -> Form:
    """Return the value of a form that bytes hold. Raise ValueError where they hold none."""
    try:
        plain = json.loads(brotli.decompress(data).decode("utf-8", "surrogatepass"))
        _place(_blocks_of(plain))
    except (brotli.error, AttributeError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    value: Form = _FORMS[form].validate_python(plain)
    return value


def _blocks_of(plain: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the blocks of a clipping's plain form, of any other none."""
    cleaned = plain.get("cleaned")
    blocks: list[dict[str, Any]] = cleaned["clipping"]["blocks"] if cleaned else []
    return blocks


def _near(blocks: Iterable[dict[str, Any]]) -> None:
    """Make distances of positions: small figures that repeat, which saves a fifteenth of the room.

    A block starts from the end of the one before it, a mark from the start of its block; ends are lengths.
    """
    behind = 0
    for block in blocks:
        start, end = block["start"], block["end"]
        for mark in block.get("marks", ()):
            mark["start"], mark["end"] = mark["start"] - start, mark["end"] - mark["start"]
        block["start"], block["end"] = start - behind, end - start
        behind = end


def _place(blocks: Iterable[dict[str, Any]]) -> None:
    """Make positions of distances again."""
    behind = 0
    for block in blocks:
        start = block["start"] = behind + block["start"]
        behind = block["end"] = start + block["end"]
        for mark in block.get("marks", ()):
            mark["start"] += start
            mark["end"] += mark["start"]
