"""Whose files can have a say in what is found on a page because it names an office of theirs."""

from collections.abc import Iterable
from functools import cache, cached_property

from morgue.authority.entries import Authority
from morgue.indexing.names.offices import HEADS, offices
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.relevant_built_in import named_in
from morgue.indexing.spelling import Written, spelled
from morgue.indexing.strings import Strings


class OfficeRelevance:
    """Finds those who held an office, at whatever time, where a page names the office and whose it is."""

    def __init__(self, authority: Authority) -> None:
        """Take what the archivists wrote."""
        self._actors = authority.actors
        self._built_in = authority.built_in

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(self._actors)

    def relevant(self, text: Written, language: str, named: Iterable[str]) -> set[tuple[str, str]]:
        """Return them, each as its kind and id; ``named`` are ids of actors of whose files a name is there."""
        here = {office for *_, ids in _finder(language).found(f"-{text.spelled}") for office in ids}
        here |= {office for head in here for office in HEADS.get(head, ())}
        held = [tenure for office in here for tenure in self._tenures.by_office.get(office, ())]
        if not held:
            return set()
        holders = {*named, *(named_in(text, language) & self._built_in)}
        return {("actor", tenure.actor) for tenure in held if tenure.holder in holders}


@cache
def _finder(language: str) -> Strings[set[str]]:
    """Return what finds the beginnings of a language's offices in a spelled text."""
    keys: dict[str, set[str]] = {}
    for office, phrases in offices(language).offices.items():
        for phrase in phrases:
            keys.setdefault(f"-{spelled(phrase)}", set()).add(office)
    return Strings(keys)
