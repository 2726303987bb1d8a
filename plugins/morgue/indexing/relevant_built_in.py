"""Which built-in actors that a file changes, or takes the place of, can have a say in what is found on a page.

What is said of the others changes with the code alone, which has a say in every key.
"""

from functools import cache

from morgue.authority.builtin import built_in_actors, known_in
from morgue.authority.entries import Authority
from morgue.indexing.names.built_in import strings
from morgue.indexing.spelling import spelled
from morgue.indexing.strings import Strings


class BuiltInRelevance:
    """Finds them by their names in a page's language."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        self.used = bool(authority.built_in)
        touched = frozenset(built_in_actors()) - authority.unfiled if self.used else frozenset()
        self._entries = {key: ("actor" if key in authority.built_in else "displaced", key) for key in touched}

    def relevant(self, text: str, language: str) -> set[tuple[str, str]]:
        """Return those of which a name occurs in a spelled text, each as its kind and id."""
        if not self._entries:
            return set()
        return {self._entries[actor] for actor in named_in(text, language) if actor in self._entries}


def named_in(text: str, language: str) -> set[str]:
    """Return the built-in actors of which a name, or an adjective, may begin somewhere in a spelled text."""
    return {actor for *_, actors in _finder(language).found(f"-{text}") for actor in actors}


@cache
def _finder(language: str) -> Strings[set[str]]:
    """Return what finds the beginnings of all that a language calls built-in actors, and of the archive's own names."""
    keys: dict[str, set[str]] = {}
    for actor, known in known_in(language).items():
        names = {actor, built_in_actors()[actor].name, *(string for _, string in strings(known, language))}
        for name in names:
            keys.setdefault(f"-{spelled(name)}", set()).add(actor)
    return Strings(keys)
