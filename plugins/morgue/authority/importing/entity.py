"""An item of Wikidata as an actor."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from morgue.authority.entries import ANY, Kind
from morgue.authority.importing.kinds import kind_of
from morgue.authority.importing.names import plain

_MANY_LANGUAGES = "mul"
"""Wikidata's language of names that are written alike everywhere."""

_ITEM = re.compile(r"Q[1-9]\d{0,15}", re.ASCII)
_TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T", re.ASCII)
_LENGTHS = {9: 4, 10: 7, 11: 10}
"""Characters of a date by Wikidata's precision: a year, a month, a day."""
_GREGORIAN = "Q1985727"

_INSTANCE, _ISO, _POSITION, _START, _END, _OF, _DIRECTS = "P31", "P297", "P39", "P580", "P582", "P642", "P2389"


@dataclass(frozen=True, slots=True)
class Held:
    """A position held: the item of the position, that of the organisation or nothing, and from when to when."""

    position: str
    organisation: str
    since: str
    until: str


class Entity:
    """An item; whatever is not as Wikidata writes it is passed over."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        """Take the JSON of an item."""
        self._value = value
        self.id = value.get("id", "") if is_item(value.get("id")) else ""

    @property
    def kind(self) -> Kind | None:
        """Return what kind of actor it is, if it is known as any."""
        return kind_of(filter(None, (_item(_main(claim)) for claim in self._claims(_INSTANCE))))

    @property
    def iso(self) -> str:
        """Return a country's code."""
        codes = (plain(_main(claim)) for claim in self._claims(_ISO))
        return next((code for code in codes if re.fullmatch("[A-Z]{2}", code)), "")

    @property
    def directs(self) -> str:
        """Return the organisation that a position directs."""
        return next(filter(None, (_item(_main(claim)) for claim in self._claims(_DIRECTS))), "")

    def label(self, languages: Sequence[str]) -> str:
        """Return the name in the first of the languages that has one, else in any."""
        labels = self._texts("labels")
        return next((labels[each] for each in (*languages, _MANY_LANGUAGES, *sorted(labels)) if labels.get(each)), "")

    def description(self, language: str) -> str:
        """Return what it is in a few words, or nothing."""
        return self._texts("descriptions").get(language, "")

    def names(self, languages: Sequence[str]) -> dict[str, list[str]]:
        """Return every name by language."""
        listed = self._value.get("aliases")
        found: dict[str, list[str]] = {}
        labels = self._texts("labels")
        for language in (*languages, _MANY_LANGUAGES):
            others = listed.get(language) if isinstance(listed, dict) else None
            named = [labels.get(language, ""), *(_text(each) for each in _list(others))]
            found[ANY if language == _MANY_LANGUAGES else language] = [name for name in named if name]
        return found

    def held(self) -> Iterator[Held]:
        """Yield the positions held, as Wikidata lists them."""
        for claim in self._claims(_POSITION, every=True):
            position = _item(_main(claim))
            if position:
                since, until = (_date(_qualifier(claim, name)) for name in (_START, _END))
                yield Held(position, _item(_qualifier(claim, _OF)), since, until)

    def _texts(self, field: str) -> dict[str, str]:
        said = self._value.get(field)
        return {language: _text(each) for language, each in said.items()} if isinstance(said, dict) else {}

    def _claims(self, name: str, *, every: bool = False) -> list[dict[str, Any]]:
        """Return the statements of a property that are not deprecated; the preferred ones alone where there are any."""
        said = self._value.get("claims")
        claims = [each for each in _list(said.get(name)) if isinstance(each, dict)] if isinstance(said, dict) else []
        preferred = [claim for claim in claims if claim.get("rank") == "preferred"]
        return preferred if preferred and not every else [each for each in claims if each.get("rank") != "deprecated"]


def is_item(value: object) -> bool:
    """Say whether a value names an item of Wikidata."""
    return isinstance(value, str) and _ITEM.fullmatch(value) is not None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return plain(value.get("value")) if isinstance(value, dict) else ""


def _main(claim: Mapping[str, Any]) -> Any:
    return _value(claim.get("mainsnak"))


def _qualifier(claim: Mapping[str, Any], name: str) -> Any:
    qualifiers = claim.get("qualifiers")
    return next(map(_value, _list(qualifiers.get(name))), None) if isinstance(qualifiers, dict) else None


def _value(snak: Any) -> Any:
    value = snak.get("datavalue") if isinstance(snak, dict) else None
    return value.get("value") if isinstance(value, dict) else None


def _item(value: Any) -> str:
    """Return the item that a value is; files from before 2017 give its number alone."""
    if not isinstance(value, dict):
        return ""
    identity = value.get("id", f"Q{value.get('numeric-id')}")
    return identity if isinstance(identity, str) and is_item(identity) else ""


def _date(value: Any) -> str:
    """Return a time as a date of reduced precision; of another calendar the year alone, and none that is less exact."""
    time = value.get("time") if isinstance(value, dict) else None
    match = _TIME.match(time) if isinstance(time, str) else None
    precision = value.get("precision") if isinstance(value, dict) else None
    if match is None or not isinstance(precision, int) or precision not in _LENGTHS or match[1] == "0000":
        return ""
    julian = not str(value.get("calendarmodel", _GREGORIAN)).endswith(_GREGORIAN)
    return "-".join(match.groups())[: 4 if julian else _LENGTHS[precision]]
