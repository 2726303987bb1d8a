"""The names in the authority files, in every case, found however they are accented and in lines of capitals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from morgue.authority.alias import Alias
from morgue.authority.builtin import built_in_actors
from morgue.authority.entries import ANY, Actor
from morgue.indexing.names.accents import SHORTEST, plain
from morgue.indexing.names.conditions import deciding
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.names.people import People
from morgue.indexing.page import Page, fold, primary, whole
from morgue.indexing.strings import Strings


@dataclass(frozen=True, slots=True)
class Naming:
    """What a string means in a language: an actor's name, or a phrase in which the actor is not meant.

    A name that only a text can decide on counts where one of ``beside`` stands in it. ``spelled`` is with its accents.
    """

    actor: str
    language: str
    spelled: str
    excluded: bool = False
    beside: tuple[str, ...] | None = None


class FiledNames:
    """The names of all actors; built once, then only read."""

    def __init__(self, actors: Mapping[str, Actor], built_in: frozenset[str]) -> None:
        """Take the authority's actors, by id, and the ids of those whose built-in names count too."""
        self.people = People()
        names: dict[str, list[Naming]] = defaultdict(list)
        for actor in actors.values():
            for naming in _namings(actor, built_in=actor.id in built_in):
                names[plain(naming.spelled)].append(naming)
                if actor.kind == "person" and " " in naming.spelled and not naming.excluded:
                    self.people.add(actor.id, naming.language, naming.spelled)
        capitals: dict[str, list[Naming]] = defaultdict(list)
        for name, namings in names.items():
            if len(name) >= SHORTEST:
                capitals[name.upper()].extend(namings)
        self._names, self._capitals = Strings(names), Strings(capitals)

    def places(self, page: Page) -> Iterator[tuple[int, int, list[Naming]]]:
        """Yield every place on a page where one of the strings stands, and what it may mean in the page's language."""
        text = plain(page.text)
        for start, end in page.lines:
            line = text[start:end]
            shouted = line.isupper() and " " in line.strip()
            for first, behind, namings in (self._capitals if shouted else self._names).found(line, start):
                if whole(page, first, behind) and not _opens_as_a_word(page, first, behind):
                    spoken = [naming for naming in namings if naming.language in (ANY, page.language)]
                    yield first, behind, _as_spelled(page.text[first:behind], spoken, shouted=shouted)


def _namings(actor: Actor, *, built_in: bool) -> Iterator[Naming]:
    """Yield every string of an actor's file and what it means."""
    declension = declension_of(actor.kind)
    for tongue, alias in actor.names:
        if built_in and alias == Alias(name=built_in_actors()[actor.id].name):
            continue  # what else the page has decides on it, as on every built-in name
        language = primary(tongue)
        beside = deciding(actor, alias, language) if alias.conditional else None
        for form in forms(alias.name, language, declension):
            yield Naming(actor.id, language, fold(form), beside=beside)
    for phrase in actor.exclude:
        yield Naming(actor.id, ANY, fold(phrase), excluded=True)


def _as_spelled(written: str, namings: Sequence[Naming], *, shouted: bool) -> list[Naming]:
    """Return what a string means as it is accented, or else, where it is long enough, however it is."""
    same = [naming for naming in namings if written == (naming.spelled.upper() if shouted else naming.spelled)]
    return same or (list(namings) if len(written) >= SHORTEST else [])


def _opens_as_a_word(page: Page, first: int, behind: int) -> bool:
    """Say whether only its sentence gives a capital to a word that the page writes small elsewhere ("turkey")."""
    name = page.text[first:behind]
    return first in page.sentence_starts and not name.isupper() and name.lower() in page.small_words
