"""Every name of the authority files and of the built-in actors, found in one pass each over a text."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

import ahocorasick

from morgue.address import slug
from morgue.authority.alias import Alias
from morgue.authority.builtin import built_in_actors
from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.conditions import decided, deciding
from morgue.indexing.names.inflection import forms
from morgue.indexing.names.states import named
from morgue.indexing.page import Page, fold, primary, whole

_SHORTEST_CAPITALS = 4
"""Letters that a name needs to be found in a line of capitals, where "US" may be "us"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the text; ``actors`` are all who bear it, sorted; ``rule`` says what it is to them."""

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str = "name"


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

    def __init__(self, actors: Mapping[str, Actor], built_in: frozenset[str] = frozenset()) -> None:
        """Take the authority's actors, by id, and the ids of those whose built-in names count too."""
        self._actors = actors
        self._built_in = built_in
        names: dict[str, list[_Naming]] = defaultdict(list)
        for actor in actors.values():
            for language, alias in _names(actor):
                if actor.id in built_in and alias == Alias(name=built_in_actors()[actor.id].name):
                    continue  # what else the page has decides on it, as on every built-in name
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

        def counts(naming: _Naming) -> bool:
            if naming.beside is None or naming.actor in listed:
                return True
            return decided(naming.beside, (page, other))

        found: list[Hit] = []
        hidden: dict[str, set[int]] = defaultdict(set)
        for first, behind, namings in self._namings(page):
            for naming in namings:
                if naming.excluded:
                    hidden[naming.actor].update(range(first, behind))
            spoken = (naming for naming in namings if not naming.excluded and _in_its_language(naming, page))
            actors = {naming.actor for naming in spoken if counts(naming)}
            if actors:
                found.append(Hit(first, behind, tuple(sorted(actors))))
        claimed = {(hit.start, hit.end) for hit in found}  # a file that gives a name to anybody is right
        built_in = named(page, other, self._built_in) if self._built_in else ()
        places = (known for known in built_in if (known.start, known.end) not in claimed)
        found += [Hit(known.start, known.end, (known.actor,), known.use) for known in places]
        return [hit for hit in map(partial(_shown, hidden=hidden), found) if hit.actors]

    def _namings(self, page: Page) -> Iterator[tuple[int, int, tuple[_Naming, ...]]]:
        """Yield every place on a page where a string of the authority files stands, and what it may mean."""
        for start, end in page.lines:
            shouted = page.text[start:end].isupper() and " " in page.text[start:end].strip()
            automaton = self._capitals if shouted else self._names
            if automaton is None:
                continue
            for last, (length, namings) in automaton.iter(page.text[start:end]):  # it reads all of what it is handed
                behind = start + last + 1
                if whole(page, behind - length, behind) and not _opens_as_a_word(page, behind - length, behind):
                    yield behind - length, behind, namings

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


def _in_its_language(naming: _Naming, page: Page) -> bool:
    return naming.language in (ANY, page.language)


def _shown(hit: Hit, hidden: Mapping[str, set[int]]) -> Hit:
    """Return a name without those actors whom a phrase around it excludes."""
    ends = {hit.start, hit.end - 1}
    return replace(hit, actors=tuple(actor for actor in hit.actors if not ends <= hidden.get(actor, set())))


def _opens_as_a_word(page: Page, first: int, behind: int) -> bool:
    """Say whether only its sentence gives a capital to a word that the page writes small elsewhere ("turkey")."""
    name = page.text[first:behind]
    return first in page.sentence_starts and not name.isupper() and name.lower() in page.small_words
