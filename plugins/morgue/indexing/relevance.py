"""Which entries of the authority files can have a say in what is found on a page: those of which a name occurs.

It errs on the safe side: an entry that is not relevant has no effect on the page, whatever it says. So a change to it
need not be read again. Names are compared as slugs, letter by letter, since a discovered name is known by its slug.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import ahocorasick
from unidecode import unidecode

from morgue.address import slug
from morgue.authority.entries import Actor, Authority, Topic
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import primary

_HYPHEN = "-"
_LENGTH = 60
"""Letters of a slug that tell names apart."""


class Relevance:
    """Finds the entries that are relevant to texts; built once over the authority files."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        self._digests: dict[tuple[str, str], bytes] = {}
        self._by_id: dict[str, list[tuple[str, str]]] = defaultdict(list)
        keys: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for entry, names, said in _entries(authority):
            self._digests[entry] = hashlib.blake2b(repr(said).encode(), digest_size=16).digest()
            self._by_id[slug(entry[1])].append(entry)
            for key in {_spelled(name)[:_LENGTH].rstrip("-") for name in names}:
                keys[key].append(entry)
        self._always = keys.pop("", [])  # nothing spells it: it may be anywhere
        self._automaton = ahocorasick.Automaton()
        for key, entries in keys.items():
            self._automaton.add_word(f"-{key}", tuple(entries))
        self._automaton.make_automaton()

    @cached_property
    def of_all(self) -> bytes:
        """A digest of all that any entry says."""
        return _joined(self._digests.items())

    def digest(self, texts: Iterable[str], listed: Iterable[str] = ()) -> bytes:
        """Return a digest of all that the relevant entries say: where it is the same, indexing finds the same."""
        return _joined((entry, self._digests[entry]) for entry in self.relevant(texts, listed))

    def relevant(self, texts: Iterable[str], listed: Iterable[str] = ()) -> set[tuple[str, str]]:
        """Return the entries that can have a say in what is found in texts, each as its kind and id.

        ``listed`` are the names and ids that an archivist lists.
        """
        found = {*self._always, *(entry for name in listed for entry in self._by_id.get(slug(name), ()))}
        if len(self._automaton):
            for spelled in _spellings("\n".join(texts)):
                for _, entries in self._automaton.iter(f"-{spelled}"):
                    found.update(entries)
        return found


def _joined(entries: Iterable[tuple[tuple[str, str], bytes]]) -> bytes:
    return hashlib.blake2b(repr(sorted(entries)).encode(), digest_size=16).digest()


def _entries(authority: Authority) -> Iterator[tuple[tuple[str, str], list[str], object]]:
    """Yield for each entry its kind and id, what must stand in a text for it to have a say, and what it says."""
    for actor in authority.actors.values():
        yield (
            ("actor", actor.id),
            _actor_names(actor),
            (actor.name, actor.kind, actor.names, actor.exclude),
        )
    for topic in authority.topics.values():
        said = (topic.label, sorted(topic.labels.items()), sorted(topic.terms.items()), sorted(topic.exclude.items()))
        yield ("topic", topic.id), _topic_words(topic), said


def _actor_names(actor: Actor) -> list[str]:
    named = [(primary(tongue), alias.name) for tongue, alias in actor.names]
    declined = [form for tongue, name in named for form in forms(name, tongue)]
    slugs = [slug(name) for name in (actor.id, *(name for _, name in named))]
    return [*declined, *actor.exclude, *(name for name in slugs if _HYPHEN in name)]  # no discovered name is one word


def _topic_words(topic: Topic) -> list[str]:
    """Return a topic's labels, and what its terms begin with."""
    phrases = [phrase for table in (topic.terms, topic.exclude) for several in table.values() for phrase in several]
    return [topic.label, *topic.labels.values(), *(phrase.partition("*")[0] for phrase in phrases)]


def _spellings(text: str) -> Iterator[str]:
    """Yield a text as it is compared; where marks join no letter, both as words with them and as words without."""
    yield _spelled(text)
    foreign = set("".join(_FOREIGN.findall(text)))
    marks = [character for character in foreign if unicodedata.category(character).startswith("M")]
    if marks:
        yield _spelled(text.translate(dict.fromkeys(map(ord, marks))))


def _spelled(text: str) -> str:
    """Return letters and figures in small ASCII and a hyphen for all else between them."""
    ascii_only = _FOREIGN.sub(lambda run: run[0].translate(_IN_ASCII), unicodedata.normalize("NFC", text))
    words = ascii_only.encode("ascii").translate(_SMALL).split(b"-")
    return b"-".join(filter(None, words)).decode("ascii")


class _Spelling(dict[int, str]):
    """How each character is spelled in ASCII; filled as characters come."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = spelled = unidecode(character.lower()) if character.isalnum() else "-"
        return spelled


_IN_ASCII = _Spelling()
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_SMALL = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else ord("-") for code in range(256))
