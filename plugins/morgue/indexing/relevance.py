"""Which entries of the authority files can have a say in what is found on a page: those of which a name occurs.

It errs on the safe side: an entry that is not relevant has no effect on the page, whatever it says. So a change to it
need not be read again. Names are compared as slugs, letter by letter, since a discovered name is known by its slug;
the shortest as they are written, since no other way is found.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from morgue.address import slug
from morgue.authority.entries import Actor, Authority, Topic
from morgue.indexing.names.accents import plain
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.page import primary
from morgue.indexing.relevant_built_in import BuiltInRelevance
from morgue.indexing.relevant_offices import OfficeRelevance
from morgue.indexing.spelling import is_short, spelled, written
from morgue.indexing.strings import Strings

_HYPHEN = "-"
_LENGTH = 60
"""Letters of a slug that tell names apart."""


class Relevance:
    """Finds the entries that are relevant to texts; built once over the authority files."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        self._digests: dict[tuple[str, str], bytes] = {}
        self._built_in = BuiltInRelevance(authority)
        self._offices = OfficeRelevance(authority)
        self._by_id: dict[str, list[tuple[str, str]]] = defaultdict(list)
        keys: dict[str, list[tuple[str, str]]] = defaultdict(list)
        short: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entry, names, said in _entries(authority):
            self._digests[entry] = hashlib.blake2b(repr(said).encode(), digest_size=16).digest()
            self._by_id[slug(entry[1])].append(entry)
            for key in names.spelled:
                keys[key].append(entry)
            for name in names.short:
                short[name].append(entry)
        self._always = keys.pop("", [])  # nothing spells it: it may be anywhere
        self._keys = Strings({f"-{key}": tuple(entries) for key, entries in keys.items()})
        self._short = Strings({name: tuple(entries) for name, entries in short.items()})

    @cached_property
    def of_all(self) -> bytes:
        """A digest of all that any entry says."""
        return self._joined(self._digests)

    def digest(self, texts: Iterable[str], language: str | None, listed: Iterable[str] = ()) -> bytes:
        """Return a digest of all that the relevant entries say: where it is the same, indexing finds the same."""
        return self._joined(self.relevant(texts, language, listed))

    def relevant(self, texts: Iterable[str], language: str | None, listed: Iterable[str] = ()) -> set[tuple[str, str]]:
        """Return the entries that can have a say in what is found in texts of a language, each as its kind and id.

        ``listed`` are the names and ids that an archivist lists.
        """
        found = {*self._always, *(entry for name in listed for entry in self._by_id.get(slug(name), ()))}
        for text in written("\n".join(texts)):
            for *_, entries in chain(self._keys.found(f"-{text.spelled}-"), self._short.found(text.plain)):
                found.update(entries)
            found |= self._built_in.relevant(text, primary(language))
            found |= self._offices.relevant(text, primary(language), {key for _, key in found})
        return found

    def _joined(self, entries: Iterable[tuple[str, str]]) -> bytes:
        said = sorted((entry, self._digests.get(entry, b"")) for entry in entries)
        return hashlib.blake2b(repr((self._built_in.used, said)).encode(), digest_size=16).digest()


@dataclass(frozen=True, slots=True)
class _Names:
    """What must stand in a text for an entry to have a say: beginnings of what is spelled, or a short name as it is."""

    spelled: set[str]
    short: frozenset[str] = frozenset()


def _entries(authority: Authority) -> Iterator[tuple[tuple[str, str], _Names, object]]:
    """Yield for each entry its kind and id, its names, and what it says."""
    for actor in authority.actors.values():
        if actor.id in authority.unfiled:
            continue  # what is said of it changes with the code alone
        named = [(tongue, alias.name, alias.beside, alias.ambiguous) for tongue, alias in actor.names]
        said = (actor.name, actor.kind, named, actor.exclude, actor.roles)
        yield ("actor", actor.id), _actor_names(actor, [(primary(tongue), name) for tongue, name, *_ in named]), said
    for topic in authority.topics.values():
        terms = (topic.label, sorted(topic.labels.items()), sorted(topic.terms.items()), sorted(topic.exclude.items()))
        yield ("topic", topic.id), _Names(set(map(_key, _topic_words(topic)))), terms


def _actor_names(actor: Actor, named: Sequence[tuple[str, str]]) -> _Names:
    """Return an actor's names, and what a name that a page introduces is taken for the actor's by."""
    declension = declension_of(actor.kind)
    declined = {form for tongue, name in named for form in forms(name, tongue, declension)}
    strings = {*declined, *actor.exclude}
    keys = {_key(string) for string in strings if not is_short(string)}
    slugs = {slug(actor.id), *(slug(name) for _, name in named if not is_short(name))} - {""}
    keys |= {key if _HYPHEN in key else f"{key}-" for key in slugs}  # what is found may be one word
    if actor.kind == "person":  # a surname may stand alone behind an office or initials
        keys |= {f"{key.rpartition(_HYPHEN)[2]}-" for key in keys if _HYPHEN in key[:-1]}
    return _Names(keys, frozenset(plain(string) for string in strings if is_short(string)))


def _topic_words(topic: Topic) -> list[str]:
    """Return a topic's labels, and what its terms begin with."""
    phrases = [phrase for table in (topic.terms, topic.exclude) for several in table.values() for phrase in several]
    return [topic.label, *topic.labels.values(), *(phrase.partition("*")[0] for phrase in phrases)]


def _key(name: str) -> str:
    """Return how a name begins as it is spelled; empty where nothing spells it."""
    return spelled(name)[:_LENGTH].rstrip("-")
