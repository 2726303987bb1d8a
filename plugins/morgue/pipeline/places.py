"""Where stands what indexing found in a clipping: looked up, as long as no authority file that has a say changes.

A page's place is written beside the state of the authority files that it was found in. In another state it still
stands where nothing that has changed between the two has a say on the page: of that the whole authority need not be
gone through, only the changes.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from morgue.authority.entries import Authority
from morgue.cache import KEY_BYTES, Cache
from morgue.indexing import quotations
from morgue.indexing.relevance import Changes, Relevance, traces_of
from morgue.pipeline.keys import FOUND, PLACE, STATE, key_of
from morgue.pipeline.rooms import Cleaned
from morgue.pipeline.versions import version_of


@dataclass(frozen=True, slots=True)
class Place:
    """Under which key stands what is ``found``, and, under the key ``at``, this: with a state of the authority files.

    ``traces`` are those of the entries that have a say on the page.
    """

    at: bytes
    found: bytes
    traces: bytes


NOWHERE = Place(b"", b"", b"")
"""The place of what is not found."""


class Places:
    """The places under one set of authority files; without a cache none is known, and none is kept."""

    def __init__(self, authority: Authority, model: str = "", cache: Cache | None = None) -> None:
        """Take what the archivists wrote, a user's own model of names, if any, and the cache."""
        self._relevance = Relevance(authority)
        self._model = model
        self._cache = cache
        self._since: dict[bytes, Changes | None] = {}

    def made(self, cleaned: Cleaned) -> Place:
        """Return a clipping's place: found by all entries of the authority files that have a say on the page."""
        return self._made(_at(cleaned, self._model), cleaned)

    def known(self, cleaned: Cleaned) -> Place | None:
        """Return a clipping's place where it is known, in this or another state of the authority files."""
        at = _at(cleaned, self._model)
        kept = self._cache and self._cache.get(at)
        if not kept:
            return None
        state, place = kept[:KEY_BYTES], Place(at, kept[KEY_BYTES : 2 * KEY_BYTES], kept[2 * KEY_BYTES :])
        if state == self._now:
            return place
        changes = self._changes(state)
        if changes is None or changes.touch(place.traces, *_named(cleaned)):
            place = self._made(at, cleaned)
        self.keep(place)
        return place

    def keep(self, place: Place) -> None:
        """Keep a place, which is one in this state of the authority files."""
        if self._cache:
            self._cache.put(place.at, self._now + place.found + place.traces)

    def _made(self, at: bytes, cleaned: Cleaned) -> Place:
        relevant = self._relevance.relevant(*_named(cleaned))
        found = key_of(FOUND, at, self._relevance.digest(relevant))
        return Place(at, found, traces_of(relevant))

    @cached_property
    def _now(self) -> bytes:
        """The key of the state of the authority files, under which it is kept itself."""
        state = self._relevance.state
        key = key_of(STATE, hashlib.blake2b(state).digest())
        if self._cache and self._cache.get(key) != state:
            self._cache.put(key, state)
        return key

    def _changes(self, state: bytes) -> Changes | None:
        """Return what has changed since a state; None where that is not known any more, or cannot be told."""
        if state not in self._since:
            kept = self._cache and self._cache.get(state)
            self._since[state] = self._relevance.since(kept) if kept else None
        return self._since[state]


def _at(cleaned: Cleaned, model: str) -> bytes:
    """Return the key of a clipping's place: all that indexing reads, but for the authority files."""
    clipping = cleaned.clipping
    quoted = quotations(clipping, cleaned.mask)
    read = (cleaned.text, quoted, clipping.title, clipping.language, clipping.published, *_listed(cleaned))
    return key_of(PLACE, version_of("capture", "cleaning", "extraction"), model, *read)


def _named(cleaned: Cleaned) -> tuple[tuple[str, ...], str | None, tuple[str, ...]]:
    """Return where entries may be named, the language, and what an archivist lists."""
    actors, topics = _listed(cleaned)
    return (cleaned.text, cleaned.clipping.title, *actors), cleaned.clipping.language, (*actors, *topics)


def _listed(cleaned: Cleaned) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the actors and the topics that an archivist lists."""
    return cleaned.clipping.sidecar.actors or (), cleaned.clipping.sidecar.topics or ()
