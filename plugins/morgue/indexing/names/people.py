"""Known persons by their surnames, in a language, in every case."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.inflection import forms
from morgue.indexing.names.initials import Surnames
from morgue.indexing.page import fold, primary


class People:
    """The persons of the authority; a language's are gathered when a page in it asks for them."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        """Take the authority's actors, by id."""
        self._actors = actors
        self._by_language: dict[str, Surnames] = {}

    def surnames(self, language: str) -> Surnames:
        """Return whose each surname is, by the given names before it."""
        if language not in self._by_language:
            gathered: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
            for actor in self._actors.values():
                for name in full_names(actor, language):
                    given, _, surname = name.rpartition(" ")
                    gathered[surname][given].add(actor.id)
            self._by_language[language] = {
                surname: {given: frozenset(ids) for given, ids in several.items()}
                for surname, several in gathered.items()
            }
        return self._by_language[language]


def full_names(actor: Actor, language: str) -> Iterator[str]:
    """Yield a person's names in full in a language, in every case, folded; those that only a text decides on too."""
    if actor.kind != "person":
        return
    for tongue, alias in actor.names:
        if " " in alias.name and primary(tongue) in (ANY, language):
            yield from (fold(form) for form in forms(alias.name, primary(tongue)))
