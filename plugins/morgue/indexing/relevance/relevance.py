"""Finds the entries that are relevant to texts, and tells what has changed since an earlier state of the files."""

import hashlib
from collections.abc import Iterable
from functools import cached_property

from morgue.authority.entries import Authority
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.page import primary
from morgue.indexing.relevance.built_in import BuiltInRelevance
from morgue.indexing.relevance.changes import Changes, changed, state_of
from morgue.indexing.relevance.entries import Entry, named_entries
from morgue.indexing.relevance.named import Named
from morgue.indexing.relevance.offices import OfficeRelevance
from morgue.indexing.relevance.searched import searched


class Relevance:
    """Made once over the authority files, for many texts."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        tenures = Tenures(authority.actors)
        self._entries = {each.entry: each for each in named_entries(authority, tenures)}
        self._named = Named(self._entries.values())
        self._built_in = BuiltInRelevance(authority)
        self._offices = OfficeRelevance(tenures, authority.built_in)

    @cached_property
    def state(self) -> bytes:
        """What stands for all that the entries say, by which another state of the files is compared with this one."""
        return state_of(self._entries.values(), self._built_in.frame)

    def since(self, state: bytes) -> Changes | None:
        """Return what is otherwise now than in an earlier state; None where that cannot be told entry by entry."""
        found = changed(state, self.state)
        if found is None:
            return None
        were, are = found
        entries = [each for each in self._entries.values() if each.trace in are]
        return Changes(were, entries, self._offices.held_by(each.entry[1] for each in entries))

    def relevant(self, texts: Iterable[str], language: str | None, listed: Iterable[str] = ()) -> set[Entry]:
        """Return the entries that can have a say in what is found in texts of a language.

        ``listed`` are the names and ids that an archivist lists.
        """
        found = self._named.listed(listed)
        for text in searched(texts, primary(language)):
            found |= self._named.within(text)
            found |= self._built_in.relevant(text, primary(language))
            found |= self._offices.relevant(text, primary(language), {key for _, key in found})
        return found

    def digest(self, entries: Iterable[Entry]) -> bytes:
        """Return a digest of what the relevant entries say: where it is the same, indexing finds the same."""
        said = [(entry, self._entries[entry].says if entry in self._entries else b"") for entry in sorted(entries)]
        return hashlib.blake2b(repr((self._built_in.used, said)).encode(), digest_size=16).digest()
