"""Every name of the authority files and of the built-in actors, found in one pass each over a text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

import ahocorasick

from morgue.address import slug
from morgue.authority.alias import Alias
from morgue.authority.builtin import built_in_actors
from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.accents import plain
from morgue.indexing.names.built_in import Candidate, candidates
from morgue.indexing.names.conditions import decided, deciding
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.names.initials import with_initials
from morgue.indexing.names.people import People
from morgue.indexing.names.roles import Holder, in_office
from morgue.indexing.names.states import named
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.page import Page, fold, primary, whole

_SHORTEST = 4
"""Letters that a name needs to be found in a line of capitals, where "US" may be "us", or with other accents."""


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

    A name that only a text can decide on counts where one of ``beside`` stands in it. ``spelled`` is with its accents.
    """

    actor: str
    language: str
    spelled: str
    excluded: bool = False
    beside: tuple[str, ...] | None = None


class Lexicon:
    """The names of all actors; built once, then only read."""

    def __init__(self, actors: Mapping[str, Actor], built_in: frozenset[str] = frozenset()) -> None:
        """Take the authority's actors, by id, and the ids of those whose built-in names count too."""
        self._actors = actors
        self._built_in = built_in
        self._people = People(actors)
        names: dict[str, list[_Naming]] = defaultdict(list)
        for actor in actors.values():
            for naming in _namings(actor, built_in=actor.id in built_in):
                names[plain(naming.spelled)].append(naming)
        capitals: dict[str, list[_Naming]] = defaultdict(list)
        for name, namings in names.items():
            if len(name) >= _SHORTEST:
                capitals[name.upper()].extend(replace(naming, spelled=naming.spelled.upper()) for naming in namings)
        self._names, self._capitals = _automaton(names), _automaton(capitals)

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(self._actors)

    def hits(self, page: Page, other: Page, listed: Collection[str] = (), day: str | None = None) -> list[Hit]:
        """Return every name on a page in its language, overlapping ones too; ``day`` says who held an office.

        Where a text has to decide, ``other`` has a say (the title of a text, the text of a title), and so have the ids
        of the actors that the archivist listed.
        """

        @cache
        def counts(naming: _Naming) -> bool:
            if naming.beside is None or naming.actor in listed:
                return True
            return decided(naming.beside, (page, other))

        found: list[Hit] = []
        hidden: dict[str, set[int]] = defaultdict(set)
        for first, behind, namings in self._places(page):
            for naming in namings:
                if naming.excluded:
                    hidden[naming.actor].update(range(first, behind))
            spoken = (naming for naming in namings if not naming.excluded and _in_its_language(naming, page))
            actors = {naming.actor for naming in spoken if counts(naming)}
            if actors:
                found.append(Hit(first, behind, tuple(sorted(actors))))
        known = candidates(page, self._built_in) if self._built_in else []
        claimed = {(hit.start, hit.end) for hit in found}  # a file that gives a name to anybody is right
        more = [Hit(each.start, each.end, (each.actor,), each.use) for each in named(page, other, known)]
        more += [Hit(start, end, (who,), "initials") for start, end, who in self._with_initials(page)]
        more += [Hit(start, end, (who,), "role") for start, end, who in self._in_office(page, day, found, known)]
        found += [hit for hit in more if (hit.start, hit.end) not in claimed]
        return [hit for hit in map(partial(_shown, hidden=hidden), found) if hit.actors]

    def _with_initials(self, page: Page) -> Iterator[tuple[int, int, str]]:
        return with_initials(page, partial(self._people.surnames, page.language))

    def _in_office(
        self, page: Page, day: str | None, found: Iterable[Hit], known: Iterable[Candidate]
    ) -> Iterator[tuple[int, int, str]]:
        """Yield where an office stands for its holder; states and bodies by all their names."""
        bodies = (hit for hit in found if len(hit.actors) == 1 and self._actors[hit.actors[0]].kind != "person")
        holders = [Holder(hit.start, hit.end, hit.actors[0]) for hit in bodies]
        holders += [
            Holder(each.start, each.end, each.actor, demonym=each.use == "demonym")
            for each in known
            if each.use in ("name", "demonym")
        ]
        return in_office(page, day, holders, lambda: self._tenures, partial(self._people.surnames, page.language))

    def _places(self, page: Page) -> Iterator[tuple[int, int, list[_Naming]]]:
        """Yield every place on a page where a string of the authority files stands, and what it may mean."""
        text = plain(page.text)
        for start, end in page.lines:
            shouted = text[start:end].isupper() and " " in text[start:end].strip()
            automaton = self._capitals if shouted else self._names
            if automaton is None:
                continue
            for last, (length, namings) in automaton.iter(text[start:end]):  # it reads all of what it is handed
                behind = start + last + 1
                first = behind - length
                if whole(page, first, behind) and not _opens_as_a_word(page, first, behind):
                    yield first, behind, _as_spelled(page.text[first:behind], namings)

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


def _namings(actor: Actor, *, built_in: bool) -> Iterator[_Naming]:
    """Yield every string of an actor's file and what it means."""
    declension = declension_of(actor.kind)
    for language, alias in _names(actor):
        if built_in and alias == Alias(name=built_in_actors()[actor.id].name):
            continue  # what else the page has decides on it, as on every built-in name
        beside = deciding(actor, alias, language) if alias.conditional else None
        for form in forms(alias.name, language, declension):
            yield _Naming(actor.id, language, fold(form), beside=beside)
    for phrase in actor.exclude:
        yield _Naming(actor.id, ANY, fold(phrase), excluded=True)


def _as_spelled(written: str, namings: Sequence[_Naming]) -> list[_Naming]:
    """Return what a string means as it is accented, or else, where it is long enough, however it is."""
    same = [naming for naming in namings if naming.spelled == written]
    return same or (list(namings) if len(written) >= _SHORTEST else [])


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
