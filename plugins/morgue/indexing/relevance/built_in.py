"""Which built-in actors that a file changes, or takes the place of, can have a say in what is found on a page.

What is said of the others changes with the code alone, which has a say in every key.
"""

from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain

from morgue.authority.builtin import built_in_actors, known_in
from morgue.authority.entries import Authority
from morgue.indexing.names.accents import plain
from morgue.indexing.names.built_in import strings
from morgue.indexing.relevance.entries import Entry
from morgue.indexing.spelling import Written, is_short, spelled
from morgue.indexing.strings import Strings


class BuiltInRelevance:
    """Finds them by their names in a page's language; ``frame`` is all that it depends on beside the page."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        self.used = bool(authority.built_in)
        touched = frozenset(built_in_actors()) - authority.unfiled if self.used else frozenset()
        self._entries = {key: ("actor" if key in authority.built_in else "displaced", key) for key in touched}
        self.frame = (self.used, sorted(self._entries.values()))

    def relevant(self, text: Written, language: str) -> set[Entry]:
        """Return those of which a name occurs in a text."""
        if not self._entries:
            return set()
        return {self._entries[actor] for actor in named_in(text, language) if actor in self._entries}


@lru_cache(maxsize=1)  # names and offices ask for the same text in turn
def named_in(text: Written, language: str) -> frozenset[str]:
    """Return the built-in actors of which a name, or an adjective, may begin somewhere in a text."""
    spelled_out, short = _finders(language)
    found = chain(spelled_out.found(f"-{text.spelled}"), short.found(text.plain))
    return frozenset().union(*(actors for *_, actors in found))


@cache
def _finders(language: str) -> tuple[Strings[set[str]], Strings[set[str]]]:
    """Return what finds the beginnings of all that a language calls built-in actors, and their short names."""
    keys: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    for actor, known in known_in(language).items():
        keys[f"-{actor}"].add(actor)
        for name in {built_in_actors()[actor].name, *(string for _, string in strings(known, language))}:
            if is_short(name):
                short[plain(name)].add(actor)
            else:
                keys[f"-{spelled(name)}"].add(actor)
    return Strings(keys), Strings(short)
