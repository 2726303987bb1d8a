"""The names of built-in actors in a page's language, found in one pass; read when the first page in it comes."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from morgue.authority.builtin import Known, known_in
from morgue.indexing.names.accents import SHORTEST, plain
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page, fold, whole
from morgue.indexing.strings import Strings

Use = Literal["name", "seat", "capital", "demonym", "none"]
"""What a string is to an actor; ``none``: a phrase that holds one of its names and means something else."""

_Meanings = dict[tuple[str, Use], None]
"""Whose a string may be, and what it is to them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string on the page and what it may mean."""

    start: int
    end: int
    actor: str
    use: Use


def candidates(page: Page, actors: Collection[str]) -> list[Candidate]:
    """Return every place where a string stands that may name one of the built-in actors."""
    usual, capitals = _finders(page.language)
    found: list[Candidate] = []
    text = plain(page.text)
    for start, end in page.lines:
        line = text[start:end]
        shouted = line.isupper() and " " in line.strip()
        for first, behind, meanings in (capitals if shouted else usual).found(line, start):
            if whole(page, first, behind):
                found += [Candidate(first, behind, *meaning) for meaning in meanings if meaning[0] in actors]
    return found


@cache
def _finders(language: str) -> tuple[Strings[_Meanings], Strings[_Meanings]]:
    """Return what finds a language's strings, and what finds them in a line of capitals."""
    meanings: dict[str, _Meanings] = defaultdict(dict)
    for actor, known in known_in(language).items():
        for use, string in strings(known, language):
            meanings[plain(fold(string))][actor, use] = None
    shouted: dict[str, _Meanings] = defaultdict(dict)
    for string, several in meanings.items():
        if len(string) >= SHORTEST:
            shouted[string.upper()] |= several
    return Strings(meanings), Strings(shouted)


def strings(known: Known, language: str) -> Iterator[tuple[Use, str]]:
    """Yield every form of every string of an actor, with its use."""
    named: tuple[tuple[Use, tuple[str, ...]], ...] = (
        ("name", known.names),
        ("seat", known.seats),
        ("capital", known.capitals),
        ("none", known.exclude),
    )
    for use, names in named:
        for name in names:
            yield from ((use, form) for form in forms(name, language, "places"))
    for adjective in known.adjectives:
        for form in forms(adjective, language, "adjectives"):
            yield from (("demonym", form), ("demonym", form[0].upper() + form[1:]))
