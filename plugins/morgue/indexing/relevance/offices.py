"""Whose files can have a say in what is found on a page because it names an office of theirs."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

from morgue.indexing.names.offices import HEADS, offices
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.relevance.built_in import named_in
from morgue.indexing.relevance.entries import Entry
from morgue.indexing.spelling import Written, spelled
from morgue.indexing.strings import Strings


class OfficeRelevance:
    """Finds those who held an office, at whatever time, where a page names the office and whose it is."""

    def __init__(self, tenures: Tenures, built_in: frozenset[str]) -> None:
        """Take who held which office, and the ids of the built-in actors that count."""
        self._tenures = tenures
        self._built_in = built_in

    def relevant(self, text: Written, language: str, named: Iterable[str]) -> set[Entry]:
        """Return them; ``named`` are ids of actors of whose files a name is there."""
        held = [tenure for office in _named(text, language) for tenure in self._tenures.by_office.get(office, ())]
        if not held:
            return set()
        holders = {*named, *(named_in(text, language) & self._built_in)}
        return {("actor", tenure.actor) for tenure in held if tenure.holder in holders}

    def held_by(self, actors: Iterable[str]) -> set[str]:
        """Return the offices that some actors held."""
        return {tenure.office for actor in actors for tenure in self._tenures.by_actor.get(actor, ())}


def names_any(text: Written, language: str, offices: AbstractSet[str]) -> bool:
    """Say whether a text names one of some offices, whoever's."""
    return bool(offices) and not offices.isdisjoint(_named(text, language))


def _named(text: Written, language: str) -> set[str]:
    """Return the offices that may be named in a text, by a head's ("the president's") those of whoever it may be."""
    here = {office for *_, ids in _finder(language).found(f"-{text.spelled}") for office in ids}
    return here.union(*(HEADS.get(head, ()) for head in here))


@cache
def _finder(language: str) -> Strings[set[str]]:
    """Return what finds the beginnings of a language's offices in a spelled text."""
    keys: dict[str, set[str]] = {}
    for office, phrases in offices(language).offices.items():
        for phrase in phrases:
            keys.setdefault(f"-{spelled(phrase)}", set()).add(office)
    return Strings(keys)
