"""Rows of a table as actors: several rows of one actor are one, with all that each of them says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from morgue.address import slug
from morgue.authority.entries import ANY, Actor, Kind
from morgue.authority.importing.columns import IN_LANGUAGE, ROLE, is_list
from morgue.authority.importing.entity import is_item
from morgue.authority.importing.found import Found
from morgue.authority.importing.kinds import kind_of
from morgue.authority.importing.names import plain
from morgue.authority.validation import InvalidEntry, validate
from morgue.authority.yaml_source import Source

Cells = Iterable[tuple[str, Iterable[str]]]
"""What a row says: columns and the values under each; a column may come again."""

_ITEMS = ("http://www.wikidata.org/entity/", "https://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/")


@dataclass(slots=True)
class _Gathered:
    """What the rows of one actor say; a dictionary's keys keep the order in which values came."""

    place: str
    said: dict[str, dict[str, None]] = field(default_factory=dict)
    roles: dict[tuple[tuple[str, str], ...], None] = field(default_factory=dict)

    def first(self, column: str) -> str:
        return next(iter(self.said.get(column, ())), "")


class Rows:
    """Gathers the rows of tables; ``finish`` makes actors of them."""

    def __init__(self, found: Found, kind: Kind | None) -> None:
        """Take where actors and problems go, and the kind of those for which no row gives one."""
        self._found = found
        self._kind = kind
        self._actors: dict[str, _Gathered] = {}

    def take(self, place: str, cells: Cells) -> None:
        """Take in a row; ``place`` is where it stands, for messages."""
        said: dict[str, list[str]] = {}
        for column, values in cells:
            said.setdefault(column, []).extend(filter(None, map(_as_written, values)))
        key = next((said[name][0] for name in ("id", "wikidata", "name") if said.get(name)), "")
        if not key:
            self._found.tell(f"{place}: names nobody; fill in name")
            return
        gathered = self._actors.setdefault(key, _Gathered(place))
        role = tuple((ROLE[column], said[column][0]) for column in ROLE if said.get(column))
        if role:
            gathered.roles[role] = None
        for column, values in said.items():
            if column not in ROLE:
                gathered.said.setdefault(column, {}).update(dict.fromkeys(values))

    def finish(self) -> None:
        """Hand on the actors that can stand, and tell of the others."""
        for gathered in self._actors.values():
            for column, values in gathered.said.items():
                if len(values) > 1 and column != "kind" and not is_list(column):
                    self._found.notes.append(
                        f"{gathered.place}: {column} is {' and '.join(values)}; the first is taken"
                    )
            try:
                self._found.add(self._actor(gathered))
            except InvalidEntry as error:
                for _, message in error.problems:
                    self._found.tell(f"{gathered.place}: {message}")

    def _actor(self, gathered: _Gathered) -> Actor:
        name = gathered.first("name")
        aliases = {
            column.removeprefix(IN_LANGUAGE) if column != "aliases" else ANY: tuple(
                value for value in values if value != name
            )
            for column, values in sorted(gathered.said.items())
            if column == "aliases" or column.startswith(IN_LANGUAGE)
        }
        written: dict[str, Any] = {
            "name": name,
            "kind": _kind(gathered.said.get("kind", ())) or self._kind or "",
            "aliases": {language: names for language, names in aliases.items() if names},
            "roles": [dict(role) for role in gathered.roles],
            "not": tuple(gathered.said.get("not", ())),
            **{column: gathered.first(column) for column in ("wikidata", "iso", "part-of")},
        }
        given = {"id": gathered.first("id") or slug(name) or "", "biography": gathered.first("biography")}
        return validate(Actor, Source({field: value for field, value in written.items() if value}, {}), given)


def _kind(named: Iterable[str]) -> str:
    """Return a kind as it is written, or that of an item's classes."""
    named = tuple(named)
    return kind_of(named) or next((each for each in named if not is_item(each)), "")


def _as_written(value: str) -> str:
    """Return a value on one line; an item's address as its number, a moment as its day."""
    text = plain(value)
    begin = next((begin for begin in _ITEMS if text.startswith(begin)), "")
    return text.removeprefix(begin).removesuffix("T00:00:00Z")
