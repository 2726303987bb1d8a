"""Known persons by their surnames, in every case."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator

from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import fold, primary

Called = Callable[[str], Collection[tuple[str, str]]]
"""Returns, for a surname, the given names and the ids of those who bear it in a page's language."""


class People:
    """The persons of the authority; filled while their names are gathered, then only read."""

    def __init__(self) -> None:
        self._bearers: dict[str, list[tuple[str, str, str]]] = defaultdict(list)

    def add(self, actor: str, language: str, name: str) -> None:
        """Note a person's name in full, folded, in one of its cases."""
        given, _, surname = name.rpartition(" ")
        self._bearers[surname].append((language, given, actor))

    def called(self, surname: str, language: str) -> list[tuple[str, str]]:
        """Return the given names and the ids of those who bear a surname in a language."""
        bearers = self._bearers.get(surname, ())
        return [(given, actor) for spoken, given, actor in bearers if spoken in (ANY, language)]


def full_names(actor: Actor, language: str) -> Iterator[str]:
    """Yield a person's names in full in a language, in every case, folded; those that only a text decides on too."""
    for tongue, alias in actor.names:
        if " " in alias.name and primary(tongue) in (ANY, language):
            yield from (fold(form) for form in forms(alias.name, primary(tongue)))
