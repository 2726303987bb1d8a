"""Every name of the authority files, found in one pass over a text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import ahocorasick

from morgue.address import slug
from morgue.authority.entries import Actor
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page, fold, primary, whole

ANY = "any"
"""The language of a name that is written alike everywhere, as the canonical name is."""

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
    """What a string means in a language: an actor's name, or a phrase in which the actor is not meant."""

    actor: str
    language: str
    excluded: bool = False


class Lexicon:
    """The names of all actors; built once, then only read."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        """Take the authority file's actors, by id."""
        self._actors = actors
        names: dict[str, list[_Naming]] = defaultdict(list)
        for actor in actors.values():
            for language, name in _names(actor):
                for form in forms(name, language):
                    names[fold(form)].append(_Naming(actor.id, language))
            for phrase in actor.exclude:
                names[fold(phrase)].append(_Naming(actor.id, ANY, excluded=True))
        capitals: dict[str, list[_Naming]] = defaultdict(list)
        for name, namings in names.items():
            if len(name) >= _SHORTEST_CAPITALS:
                capitals[name.upper()].extend(namings)
        self._names, self._capitals = _automaton(names), _automaton(capitals)

    def hits(self, page: Page) -> list[Hit]:
        """Return every name on a page in its language, overlapping ones too."""
        found: list[Hit] = []
        for start, end in page.lines:
            shouted = page.text[start:end].isupper() and " " in page.text[start:end].strip()
            automaton = self._capitals if shouted else self._names
            if automaton is not None:
                found.extend(_hits(automaton, page, start, end))
        return found

    def bearer(self, name: str) -> str | None:
        """Return the id of the one actor who bears a name in any language, however it is accented, or None."""
        bearers = self._slugs.get(slug(name), frozenset())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def full_names(self, actor: str, language: str) -> list[str]:
        """Return an actor's names of more than one word in a language, in every case, folded."""
        return [
            fold(form)
            for tongue, name in _names(self._actors[actor])
            if tongue in (ANY, language) and " " in name
            for form in forms(name, tongue)
        ]

    @cached_property
    def _slugs(self) -> Mapping[str, frozenset[str]]:
        """Whose each name is, as a slug: only discovered names ask for it."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for actor in self._actors.values():
            for name in (actor.id, *(name for _, name in _names(actor))):
                bearers[slug(name)].add(actor.id)
        return {name: frozenset(ids) for name, ids in bearers.items()}


def _names(actor: Actor) -> Iterator[tuple[str, str]]:
    """Yield (language, name) for every name of an actor."""
    yield ANY, actor.name
    for language, aliases in sorted(actor.aliases.items()):
        for alias in aliases:
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


def _hits(automaton: ahocorasick.Automaton, page: Page, start: int, end: int) -> Iterator[Hit]:
    """Yield the names inside a line, but for those inside a phrase that excludes their actor."""
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
        actors = {naming.actor for naming in namings if not naming.excluded and naming.language in (ANY, page.language)}
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
