"""The shapes in which Wikidata gives its items: a document of items, an item a line, results of a query."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from morgue.authority.importing.found import ImportFileError
from morgue.authority.importing.names import plain
from morgue.authority.importing.opened import Opened, opened
from morgue.limits import Limits

_LONGEST = 40
"""Characters of a key that are told."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Piece:
    """An item (``entity``) or a row of a query's results, with where it stands; ``broken`` says why it is neither."""

    place: str
    entity: dict[str, Any] | None = None
    row: dict[str, Any] | None = None
    table: bytes = b""
    broken: str = ""


def pieces(path: Path, limits: Limits) -> Iterator[Piece]:
    """Yield what a file holds, in its order; a table is one piece. Raise ImportFileError where it cannot be read."""
    with opened(path, limits) as file:
        first = file.line().removeprefix(_BOM)
        while first and not first.strip():
            first = file.line()
        begin = first.strip()
        if not begin:
            raise ImportFileError("is empty")
        if begin[:1] not in b"{[":
            yield Piece("line 1", table=first + file.rest())
        elif begin == b"[" or (begin[:1] == b"{" and _parsed(begin.rstrip(b",")) is not None):
            yield from _by_lines(first, file)
        else:
            yield from _of_document(_parsed(first + file.rest()))


def _by_lines(first: bytes, file: Opened) -> Iterator[Piece]:
    """Yield what each line holds; where a bracket stands alone before what is no line's worth, all is one document."""
    for number, line in enumerate(chain([first], file.lines()), start=1):
        text = line.strip().rstrip(b",")
        if text in (b"", b"[", b"]"):
            continue
        value = _parsed(text)
        if value is None and number == 2 and first.strip() == b"[":
            yield from _of_document(_parsed(first + line + file.rest()))
            return
        yield from _of(value, f"line {number}")


def _of_document(value: Any) -> Iterator[Piece]:
    if value is None:
        raise ImportFileError("is no JSON that is whole; download it again")
    return _of(value, "the file")


def _of(value: Any, place: str) -> Iterator[Piece]:
    """Yield what a value holds: an item, a document of items, or a query's results in one of two forms."""
    if isinstance(value, list):
        yield from (_one(each, f"{place}, {number}") for number, each in enumerate(value, start=1))
    elif isinstance(value, dict) and isinstance(entities := value.get("entities"), dict):
        yield from (_one(each, f"{place}, {plain(identity)[:_LONGEST]}") for identity, each in entities.items())
    elif isinstance(value, dict) and isinstance(results := value.get("results"), dict):
        rows = results.get("bindings")
        yield from (
            _one(each, f"{place}, {number}")
            for number, each in enumerate(rows if isinstance(rows, list) else (), start=1)
        )
    else:
        yield _one(value, place)


def _one(value: Any, place: str) -> Piece:
    """Return an item or a row; a query's results have cells and an item has labels."""
    if not isinstance(value, dict):
        return Piece(place, broken="is no item of Wikidata and no row of a query's results")
    if "missing" in value:
        return Piece(place, broken="is an item that Wikidata does not have")
    return Piece(place, entity=value) if "labels" in value else Piece(place, row=value)


def _parsed(text: bytes) -> Any:
    """Return the value of a JSON text, or None where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
