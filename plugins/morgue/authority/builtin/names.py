"""What a language calls the built-in actors: from Babel and pycountry, and from the tables."""

import gettext
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import localedata

from morgue.address import slug
from morgue.authority.builtin.tables import countries, in_language, organisations, texts

_SHORTEST = 3
"""Letters of the shortest name that Babel's lists are trusted with: one or two may be any word ("Ý")."""

_NORWEGIAN = {"nb": "no", "nn": "no"}
"""Tags whose names Babel has under another."""

_STRESS = "\u0301"
"""A mark that tells learners how a word is stressed, and that no text has."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a language calls an actor. ``names`` always mean it; the rest stands for a state's government.

    ``seats`` do so nearly always ("the Kremlin"), ``capitals`` and ``adjectives`` where the text says so; adjectives
    are given in their first form. ``exclude`` are phrases that hold a name and mean something else. A name counts only
    where one of ``beside`` stands on the page, if there are any, and none of ``unless``.
    """

    names: tuple[str, ...]
    seats: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    given: bool = False
    """Whether the name is a person's too ("Jordan")."""


@cache
def known_in(language: str) -> Mapping[str, Known]:
    """Return what a language calls each built-in actor, by id; the archive's own name where it has none of its own."""
    table = in_language(language)
    states = {
        slug(name): _state(table.get(slug(name), {}), tuple(_from_libraries(iso, language)) or (name,))
        for name, iso in countries().items()
    }
    return {**states, **{key: _body(body, language) for key, body in organisations().items()}}


def _body(said: Mapping[str, Any], language: str) -> Known:
    """Return a body of governments as its table has it."""
    names = (said["name"], *texts(said.get("any")), *texts(said.get(language)))
    beside = texts(said.get("beside", {}).get(language))
    return Known(_distinct(names), exclude=texts(said.get("not")), beside=beside)


def _state(said: Mapping[str, Any], names: tuple[str, ...]) -> Known:
    """Return a state as its table and the libraries have it."""
    return Known(
        names=_distinct((*names, *texts(said.get("name")))),
        seats=texts(said.get("seat")),
        capitals=texts(said.get("capital")),
        adjectives=texts(said.get("adjective")),
        exclude=texts(said.get("not")),
        beside=texts(said.get("beside")),
        unless=texts(said.get("unless")),
        given=bool(said.get("given")),
    )


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _from_libraries(iso: str, language: str) -> Iterator[str]:
    """Yield a state's names by Babel, "Myanmar (Burma)" as two, and by pycountry."""
    spelled = _territories(language).get(iso, "")
    if " - " not in spelled:  # "Congo - Kinshasa" is written nowhere else
        names = spelled.replace("(", "|").replace(")", "").replace("&", "and").split("|")
        yield from (name.strip() for name in names if len(name.strip()) >= _SHORTEST)
    yield from _official(language).get(iso, ())


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Return Babel's names of states by their two letters."""
    language = _NORWEGIAN.get(language, language)
    if not (language.isalpha() and localedata.exists(language)):
        return {}
    # Read whole: without what languages inherit it would be quicker, but Babel keeps for everybody what it read first.
    spelled: Mapping[str, str] = localedata.load(language)["territories"]
    return spelled


@cache
def _official(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the full and common names of states in a language, by their two letters."""
    import pycountry  # noqa: PLC0415  a page without known languages needs none

    translated = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, [language], fallback=True).gettext
    states = list(pycountry.countries)
    shared = {state.name.partition(",")[0] for state in states if "," in state.name}  # "Congo" is two
    fields = ("name", "common_name", "official_name")
    found = {}
    for state in states:
        english = [getattr(state, field) for field in fields if getattr(state, field, None)]
        plain = [name.removeprefix("the ") for name in english if "," not in name and name not in shared]
        if language != "en":
            plain = [translated(name).replace(_STRESS, "") for name in plain if translated(name) != name]
        found[state.alpha_2] = tuple(name for name in plain if "," not in name)
    return found
