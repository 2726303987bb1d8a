"""The entries of the authority files: how each is named, and a digest of what it says to indexing.

Names are compared as slugs, letter by letter, since a discovered name is known by its slug; the shortest as they are
written, since no other way is found.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from morgue.address import slug
from morgue.authority.entries import Actor, Authority, Topic
from morgue.indexing.names.accents import plain
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.page import primary
from morgue.indexing.spelling import is_short, spelled

Entry = tuple[str, str]
"""A kind, which is "actor" or "topic", and an id."""

TRACE_BYTES = 4
"""Of what stands for an entry among those of a page."""

_HYPHEN = "-"
_LENGTH = 60
"""Letters of a slug that tell names apart."""


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """An entry, and what must stand in a text for it to have a say: beginnings of what is spelled, or short names.

    A beginning may be empty: nothing spells that name, so that it may be anywhere.
    """

    entry: Entry
    says: bytes
    spelled: frozenset[str]
    short: frozenset[str] = frozenset()

    @property
    def trace(self) -> bytes:
        """What stands for the entry among others."""
        return trace_of(self.entry)


def trace_of(entry: Entry) -> bytes:
    """Return what stands for an entry among others, whatever it says."""
    return hashlib.blake2b(repr(entry).encode(), digest_size=TRACE_BYTES).digest()


def named_entries(authority: Authority, tenures: Tenures) -> Iterator[NamedEntry]:
    """Yield the entries of actors who have a file, and of topics."""
    held = tenures.by_actor
    for actor in authority.actors.values():
        if actor.id in authority.unfiled:
            continue  # what is said of it changes with the code alone
        named = [(tongue, alias.name, alias.beside, alias.ambiguous) for tongue, alias in actor.names]
        offices = [(tenure.office, tenure.holder) for tenure in held.get(actor.id, ())]
        said = (actor.name, actor.kind, named, actor.exclude, actor.roles, offices)
        yield _actor(actor, [(primary(tongue), name) for tongue, name, *_ in named], said)
    for topic in authority.topics.values():
        terms = (topic.label, sorted(topic.labels.items()), sorted(topic.terms.items()), sorted(topic.exclude.items()))
        yield NamedEntry(("topic", topic.id), _digest(terms), frozenset(map(_key, _topic_words(topic))))


def _actor(actor: Actor, named: Sequence[tuple[str, str]], said: object) -> NamedEntry:
    """Return an actor's names, and what a name that a page introduces is taken for the actor's by."""
    declension = declension_of(actor.kind)
    declined = {form for tongue, name in named for form in forms(name, tongue, declension)}
    strings = {*declined, *actor.exclude}
    keys = {_key(string) for string in strings if not is_short(string)}
    slugs = {slug(actor.id), *(slug(name) for _, name in named if not is_short(name))} - {""}
    keys |= {key if _HYPHEN in key else f"{key}-" for key in slugs}  # what is found may be one word
    if actor.kind == "person":  # a surname may stand alone behind an office or initials
        keys |= {f"{key.rpartition(_HYPHEN)[2]}-" for key in keys if _HYPHEN in key[:-1]}
    short = frozenset(plain(string) for string in strings if is_short(string))
    return NamedEntry(("actor", actor.id), _digest(said), frozenset(keys), short)


def _topic_words(topic: Topic) -> Iterable[str]:
    """Return a topic's labels, and what its terms begin with."""
    phrases = [phrase for table in (topic.terms, topic.exclude) for several in table.values() for phrase in several]
    return [topic.label, *topic.labels.values(), *(phrase.partition("*")[0] for phrase in phrases)]


def _key(name: str) -> str:
    """Return how a name begins as it is spelled; empty where nothing spells it."""
    return spelled(name)[:_LENGTH].rstrip("-")


def _digest(said: object) -> bytes:
    return hashlib.blake2b(repr(said).encode(), digest_size=16).digest()
