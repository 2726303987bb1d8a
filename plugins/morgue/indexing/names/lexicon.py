"""Every name of the authority files, found in one pass over a text."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import ahocorasick

from morgue.address import slug
from morgue.authority.alias import Alias
from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.conditions import decided, deciding
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page, fold, primary, whole

_SHORTEST_CAPITALS = 4
"""Letters that a name needs to be found in a line of capitals, where "US" may be "us"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the text; ``actors`` are all who bear it, sorted."""

    start: int
    end: int
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """What a string means in a language: an actor's name, or a phrase in which the actor is not meant.

    A name that only a text can decide on counts where one of ``beside`` stands in it.
    """

    actor: str
    language: str
    excluded: bool = False
    beside: tuple[str, ...] | None = None


class Lexicon:
    """The names of all actors; built once, then only read."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        """Take the authority file's actors, by id."""
        self._actors = actors
        names: dict[str, list[_Naming]] = defaultdict(list)
        for actor in actors.values():
            for language, alias in _names(actor):
                beside = deciding(actor, alias, language) if alias.conditional else None
                for form in forms(alias.name, language):
                    names[fold(form)].append(_Naming(actor.id, language, beside=beside))
            for phrase in actor.exclude:
                names[fold(phrase)].append(_Naming(actor.id, ANY, excluded=True))
        capitals: dict[str, list[_Naming]] = defaultdict(list)
        for name, namings in names.items():
            if len(name) >= _SHORTEST_CAPITALS:
                capitals[name.upper()].extend(namings)
        self._names, self._capitals = _automaton(names), _automaton(capitals)

    def hits(self, page: Page, other: Page, listed: Collection[str] = ()) -> list[Hit]:
        """Return every name on a page in its language, overlapping ones too.

        Where a text has to decide, ``other`` has a say (the title of a text, the text of a title), and so have the ids
        of the actors that the archivist listed.
        """

        @cache
        def counts(naming: _Naming) -> bool:
            if naming.beside is None or naming.actor in listed:
                return True
            return decided(naming.beside, (page, other))

        found: list[Hit] = []
        for start, end in page.lines:
            shouted = page.text[start:end].isupper() and " " in page.text[start:end].strip()
            automaton = self._capitals if shouted else self._names
            if automaton is not None:
                found.extend(_hits(automaton, page, start, end, counts))
        return found

    def identity(self, name: str) -> str:
        """Return the id of a name that a page introduces, or nothing where it is a known one's and nobody says whose.

        It is that of the one actor who bears the name in any language, however it is accented, else its slug.
        """
        plain = slug(name)
        bearers = self._slugs.get(plain, frozenset())
        if len(bearers) == 1:
            return next(iter(bearers))
        return "" if plain in self._actors else plain

    def full_names(self, actor: str, language: str) -> list[str]:
        """Return an actor's names of more than one word in a language, in every case, folded."""
        return [
            fold(form)
            for tongue, alias in _names(self._actors[actor])
            if tongue in (ANY, language) and " " in alias.name
            for form in forms(alias.name, tongue)
        ]

    @cached_property
    def _slugs(self) -> Mapping[str, frozenset[str]]:
        """Whose each name is, as a slug, for discovered names; where a text has to decide, "" bears it too."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for actor in self._actors.values():
            bearers[slug(actor.id)].add(actor.id)
            for _, alias in _names(actor):
                bearers[slug(alias.name)] |= {actor.id, ""} if alias.conditional else {actor.id}
        return {name: frozenset(ids) for name, ids in bearers.items()}


def _names(actor: Actor) -> Iterator[tuple[str, Alias]]:
    """Yield (language, name) for every name of an actor."""
    for language, alias in actor.names:
        yield primary(language), alias


def _automaton(names: Mapping[str, list[_Naming]]) -> ahocorasick.Automaton | None:
    """Return the automaton of the names, or None where there is none to look for."""
    automaton = ahocorasick.Automaton()
    for name, namings in names.items():
        if name.strip():
            automaton.add_word(name, (len(name), tuple(namings)))
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def _hits(
    automaton: ahocorasick.Automaton, page: Page, start: int, end: int, counts: Callable[[_Naming], bool]
) -> Iterator[Hit]:
    """Yield the names inside a line that count, but for those inside a phrase that excludes their actor."""
    named: list[tuple[int, int, set[str]]] = []
    hidden: dict[str, set[int]] = defaultdict(set)
    for last, (length, namings) in automaton.iter(page.text[start:end]):  # it reads all of what it is handed
        behind = start + last + 1
        first = behind - length
        if not whole(page, first, behind) or _opens_as_a_word(page, first, behind):
            continue
        for naming in namings:
            if naming.excluded:
                hidden[naming.actor].update(range(first, behind))
        spoken = (naming for naming in namings if not naming.excluded and naming.language in (ANY, page.language))
        actors = {naming.actor for naming in spoken if counts(naming)}
        if actors:
            named.append((first, behind, actors))
    for first, behind, actors in named:
        meant = {actor for actor in actors if not {first, behind - 1} <= hidden.get(actor, set())}
        if meant:
            yield Hit(first, behind, tuple(sorted(meant)))


def _opens_as_a_word(page: Page, first: int, behind: int) -> bool:
    """Say whether only its sentence gives a capital to a word that the page writes small elsewhere ("turkey")."""
    name = page.text[first:behind]
    return first in page.sentence_starts and not name.isupper() and name.lower() in page.small_words
