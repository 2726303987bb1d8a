"""Entries found by their names."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from morgue.address import slug
from morgue.indexing.relevance.entries import Entry, NamedEntry
from morgue.indexing.spelling import Written
from morgue.indexing.strings import Strings


class Named:
    """Finds which of some entries a text names, or an archivist lists; made once for many texts."""

    def __init__(self, entries: Iterable[NamedEntry]) -> None:
        """Take the entries with their names."""
        self._by_id: dict[str, list[Entry]] = defaultdict(list)
        keys: dict[str, list[Entry]] = defaultdict(list)
        short: dict[str, list[Entry]] = defaultdict(list)
        for each in entries:
            self._by_id[slug(each.entry[1])].append(each.entry)
            for key in each.spelled:
                keys[key].append(each.entry)
            for name in each.short:
                short[name].append(each.entry)
        self._always = keys.pop("", [])  # nothing spells it: it may be anywhere
        self._keys = Strings({f"-{key}": tuple(named) for key, named in keys.items()})
        self._short = Strings({name: tuple(named) for name, named in short.items()})

    def listed(self, listed: Iterable[str]) -> set[Entry]:
        """Return the entries of some names and ids, and those that may be anywhere."""
        return {*self._always, *(entry for name in listed for entry in self._by_id.get(slug(name), ()))}

    def within(self, text: Written) -> set[Entry]:
        """Return the entries of which a name occurs in a text."""
        found = chain(self._keys.found(f"-{text.spelled}-"), self._short.found(text.plain))
        return set(chain.from_iterable(entries for *_, entries in found))
