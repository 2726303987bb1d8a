"""Everybody whom a page names and the archive knows: by the authority files, or without any."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from morgue.address import slug
from morgue.authority.entries import Actor
from morgue.indexing.names.built_in import Candidate, candidates
from morgue.indexing.names.conditions import decided
from morgue.indexing.names.filed import FiledNames, Naming
from morgue.indexing.names.initials import with_initials
from morgue.indexing.names.people import full_names
from morgue.indexing.names.roles import Around, Holder, in_office
from morgue.indexing.names.states import named
from morgue.indexing.names.tenures import Tenures
from morgue.indexing.page import Page
from morgue.indexing.spelling import is_short


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in the text; ``actors`` are all who bear it, sorted; ``rule`` says what it is to them."""

    start: int
    end: int
    actors: tuple[str, ...]
    rule: str = "name"


class Lexicon:
    """The names of all actors; built once, then only read."""

    def __init__(self, actors: Mapping[str, Actor], built_in: frozenset[str] = frozenset()) -> None:
        """Take the authority's actors, by id, and the ids of those whose built-in names count too."""
        self._actors = actors
        self._built_in = built_in
        self._filed = FiledNames(actors, built_in)

    def hits(self, page: Page, other: Page, listed: Collection[str] = (), day: str | None = None) -> list[Hit]:
        """Return every name on a page in its language, overlapping ones too; ``day`` says who held an office.

        Where a text has to decide, ``other`` has a say (the title of a text, the text of a title), and so have the ids
        of the actors that the archivist listed.
        """

        @cache
        def counts(naming: Naming) -> bool:
            if naming.beside is None or naming.actor in listed:
                return True
            return decided(naming.beside, (page, other))

        found: list[Hit] = []
        hidden: dict[str, set[int]] = defaultdict(set)
        conditional: set[tuple[int, int, str]] = set()
        for first, behind, namings in self._filed.places(page):
            for naming in namings:
                if naming.excluded:
                    hidden[naming.actor].update(range(first, behind))
                elif naming.beside is not None:
                    conditional.add((first, behind, naming.actor))
            actors = {naming.actor for naming in namings if not naming.excluded and counts(naming)}
            if actors:
                found.append(Hit(first, behind, tuple(sorted(actors))))
        claimed = {(hit.start, hit.end) for hit in found}  # a file that gives a name to anybody is right
        unfiled = (hit for hit in self._unfiled(page, other, day, found) if (hit.start, hit.end) not in claimed)
        found += [hit for hit in unfiled if (hit.start, hit.end, *hit.actors) not in conditional]
        return [hit for hit in map(partial(_shown, hidden=hidden), found) if hit.actors]

    def _unfiled(self, page: Page, other: Page, day: str | None, filed: Collection[Hit]) -> Iterator[Hit]:
        """Yield what no file spells out: built-in names, initials, offices."""
        known = candidates(page, self._built_in) if self._built_in else []
        called = partial(self._filed.people.called, language=page.language)
        for each in named(page, other, known):
            yield Hit(each.start, each.end, (each.actor,), each.use)
        for start, end, actor in with_initials(page, called):
            yield Hit(start, end, (actor,), "initials")
        persons = {hit.start for hit in filed if self._actors[hit.actors[0]].kind == "person"}
        around = Around(self._holders(filed, known), persons, lambda: self._tenures, called)
        for start, end, actor in in_office(page, day, around):
            yield Hit(start, end, (actor,), "role")

    def _holders(self, filed: Iterable[Hit], known: Iterable[Candidate]) -> list[Holder]:
        """Return the states and bodies whose an office may be, wherever they stand."""
        bodies = (hit for hit in filed if len(hit.actors) == 1 and self._actors[hit.actors[0]].kind != "person")
        named = (each for each in known if each.use in ("name", "demonym"))
        return [
            *(Holder(hit.start, hit.end, hit.actors[0]) for hit in bodies),
            *(Holder(each.start, each.end, each.actor, demonym=each.use == "demonym") for each in named),
        ]

    @cached_property
    def _tenures(self) -> Tenures:
        return Tenures(self._actors)

    def identity(self, name: str) -> str:
        """Return the id of a name that a page introduces, or nothing where it is a known one's and nobody says whose.

        It is that of the one actor who bears the name in any language, however it is accented, else its slug.
        """
        plain = slug(name)
        bearers = self._bearers.get(name if is_short(name) else plain, frozenset())
        if len(bearers) == 1:
            return next(iter(bearers))
        return "" if plain in self._actors else plain

    def full_names(self, actor: str, language: str) -> list[str]:
        """Return a person's names of more than one word in a language, in every case, folded."""
        return list(full_names(self._actors[actor], language))

    @cached_property
    def _bearers(self) -> Mapping[str, frozenset[str]]:
        """Whose each name is, as a slug or short, for discovered names; where a text has to decide, "" bears it too."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for actor in self._actors.values():
            bearers[slug(actor.id)].add(actor.id)
            for _, alias in actor.names:
                key = alias.name if is_short(alias.name) else slug(alias.name)
                bearers[key] |= {actor.id, ""} if alias.conditional else {actor.id}
        return {name: frozenset(ids) for name, ids in bearers.items()}


def _shown(hit: Hit, hidden: Mapping[str, set[int]]) -> Hit:
    """Return a name without those actors whom a phrase around it excludes."""
    ends = {hit.start, hit.end - 1}
    return replace(hit, actors=tuple(actor for actor in hit.actors if not ends <= hidden.get(actor, set())))
