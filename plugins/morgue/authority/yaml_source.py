"""YAML as archivists write it: every scalar stays the text it is, and every value knows its line.

The usual loaders read ``2025`` as a number, ``2025-08-18`` as a date and Norway's ``no`` as false; here the schema
says what a value is. Only plain data is read: no tags, no anchors and aliases (a few lines of them unfold to
gigabytes), no key twice.
"""

from dataclasses import dataclass
from typing import Any

import yaml

MAX_CHARACTERS = 1_000_000
"""More than any file written by hand; the parser holds several objects a character."""
MAX_DEPTH = 10
"""The deepest schema (a list of roles in front matter) needs four."""

_NOTHING = frozenset({"", "~", "null"})

Keys = tuple[str | int, ...]
"""The way to a value: names of fields, and places in lists, from 0 on."""


class SourceError(Exception):
    """A text that cannot be read; ``line`` says where."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Source:
    """Values of mappings, lists, text and None, and the line at which each path into them is written."""

    value: Any
    lines: dict[Keys, int]

    def line_of(self, path: Keys) -> int:
        """Return the line of a path, or of the nearest thing around it that is written down."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, first_line: int = 1) -> Source:
    """Return what a YAML text says; an empty one says None. Raise SourceError where it is not plain data.

    ``first_line`` is the text's place in its file.
    """
    if len(text) > MAX_CHARACTERS:
        raise SourceError(first_line, f"is longer than {MAX_CHARACTERS:,} characters")
    try:
        return _Reader(text, first_line).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise SourceError(
            first_line + (mark.line if mark else 0), f"is not YAML: {error.problem or error.context}"
        ) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.encode()[: error.position].count(b"\n")
        raise SourceError(line, "holds a character that YAML does not allow") from None


class _Reader:
    """Builds the values from the parser's events, which come one by one: a bomb is refused before it unfolds."""

    def __init__(self, text: str, first_line: int) -> None:
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.first_line = first_line
        self.lines: dict[Keys, int] = {}

    def read(self) -> Source:
        value = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if self.lines:
                    raise SourceError(self._line(event), "holds a second document; leave the line '---' out")
                value = self._value(next(self.events), ())
        return Source(value, self.lines)

    def _line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def _value(self, event: yaml.Event, path: Keys) -> Any:
        self.lines.setdefault(path, self._line(event))
        self._refuse_machinery(event)
        if isinstance(event, yaml.ScalarEvent):
            plain = event.style is None
            return None if plain and event.value in _NOTHING else event.value
        if len(path) >= MAX_DEPTH:
            raise SourceError(self._line(event), f"is nested more than {MAX_DEPTH} deep")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: Keys) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Keys) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._refuse_machinery(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise SourceError(self._line(event), "has a list or a mapping where a field's name belongs")
            key = event.value
            if key in mapping:
                raise SourceError(self._line(event), f"{key}: stands here twice; join the two")
            self.lines[*path, key] = self._line(event)
            mapping[key] = self._value(next(self.events), (*path, key))
        return mapping

    def _refuse_machinery(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise SourceError(self._line(event), "has an anchor or alias (& or *); quote the text, or write it out")
        if getattr(event, "tag", None) not in (None, "!"):
            raise SourceError(self._line(event), "has a tag (!); quote the text that begins with it")
