"""What the tagger sees becomes names: whole ones, and their parts alone; what is doubtful is left out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from morgue.indexing.discovery.doubts import initials_of, is_doubtful, names_of_things, spelled
from morgue.indexing.discovery.found import BARE, Found, without_form
from morgue.indexing.discovery.joined import joined
from morgue.indexing.discovery.tagger import Kind, Tagged, the_lists
from morgue.indexing.discovery.wholes import Wholes, endings
from morgue.indexing.page import Page

_LEAST = {"person": 0.5, "organisation": 0.7}
"""How sure the tagger must be of a name of several words: set on held-out texts."""
_LEAST_ALONE = {"person": 0.9, "organisation": 0.7}
"""How sure of one word that is no part of a whole name on the page."""

_INITIALS = 3
"""Initials before a surname, at the most."""

_STOPPED = frozenset({"Inc", "Corp", "Co", "Ltd", "Bros", "Cos", "Jr", "Sr"})
"""Abbreviations that end names: their full stop belongs to them."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name where the tagger saw it."""

    start: int
    end: int
    found: Found


def sightings(page: Page, tagged: Iterable[Tagged]) -> list[Sighting]:
    """Return the names of persons and organisations among what was tagged, in order."""
    tagged = list(tagged)
    names = [name for each in joined(page, tagged) for name in _trimmed(page, each)]
    kinds = _kinds(page, names)
    things = names_of_things(page, tagged)
    bearing = {ending for thing in things for ending in endings(thing)}
    names = [
        replace(name, kind=kinds[text])
        for name in names
        if (text := spelled(page, name)) not in things and text.casefold() not in bearing
    ]
    persons = Wholes((spelled(page, name), name.first) for name in names if _is_whole(page, name, "person"))
    acronyms = dict(_acronyms(page, names))
    return [sighting for name in names for sighting in _sighting(page, name, persons, acronyms)]


def _sighting(page: Page, name: Tagged, persons: Wholes, acronyms: Mapping[str, str]) -> Iterator[Sighting]:
    """Yield a name as what it is, or as a part of another; nothing where that is in doubt."""
    start, end = _span(page, name)
    text = spelled(page, name)
    if name.kind == "person" or persons.ends_with(text):
        bearers = persons.bearers(text, name.first)
        if bearers:
            for bearer in bearers if len(bearers) == 1 else ():
                yield Sighting(start, end, Found(bearer, "person", (bearer,), "surname", 0.9))
            return
    elif text in acronyms:
        yield Sighting(start, end, Found(acronyms[text], "organisation", (acronyms[text],), "acronym", 0.9))
        return
    several = name.last - name.first > 1
    kind: Literal["person", "organisation"] = "person" if name.kind == "person" else "organisation"
    plain = text if kind == "person" else without_form(text)
    if name.chance >= (_LEAST if several else _LEAST_ALONE)[name.kind]:
        rule = "model" if several or name.kind == "organisation" else BARE
        yield Sighting(start, end, Found(plain, kind, (plain,), rule, round(name.chance, 2)))


def _trimmed(page: Page, name: Tagged) -> Iterator[Tagged]:
    """Yield a name without the offices or the article before it, or nothing where no name is left or it is in doubt."""
    texts, first, last = page.words.texts, name.first, name.last
    lists, forces = the_lists(), name.kind == "organisation" and texts[last - 1] in the_lists().forces
    while last > first and not texts[last - 1][0].isupper() and not forces:
        last -= 1
    while name.kind == "person" and last - first > 1 and texts[last - 1].lower() in lists.styles:
        last -= 1
    while first < last and (
        not texts[first][0].isupper()
        or (name.kind == "person" and "T" in lists.kind(texts[first]))
        or _only_begins(page, first, last)
    ):
        first += 1
    if first < last:
        trimmed = Tagged(first, last, name.kind, name.chance)
        if not is_doubtful(page, trimmed):
            yield trimmed


def _only_begins(page: Page, index: int, last: int) -> bool:
    """Say whether a word is an article, or has its capital of its sentence alone ("Once Ford")."""
    small = page.words.texts[index].lower()
    if small == "the":
        return True
    opens = page.words.starts[index] in page.sentence_starts
    parted = index + 1 < last and page.gap(page.words[index], page.words[index + 1]) == " "  # no "Al-Jazeera"
    return opens and parted and (small in page.vocabulary.openers or small in page.small_words)


def _kinds(page: Page, names: Iterable[Tagged]) -> dict[str, Kind]:
    """Return for each string of what kind it is on the page: where it was tagged as both, what is likelier in all."""
    surnames: set[str] = set()
    votes: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    for name in names:
        votes[spelled(page, name)][name.kind] += name.chance
        if name.last - name.first == 1 and name.kind == "person" and name.chance >= _LEAST_ALONE["person"]:
            surnames.add(spelled(page, name))
    for text, kinds in votes.items():
        initials, _, surname = text.partition(" ")
        if surname in surnames and initials.isupper() and len(initials) <= _INITIALS:
            kinds["person"] = sum(kinds.values()) + 1  # "JK Rowling" is who "Rowling" is
    return {text: max(sorted(kinds), key=kinds.__getitem__) for text, kinds in votes.items()}


def _is_whole(page: Page, name: Tagged, kind: str) -> bool:
    return name.kind == kind and " " in spelled(page, name) and name.chance >= _LEAST[kind]


def _acronyms(page: Page, names: Iterable[Tagged]) -> Iterator[tuple[str, str]]:
    """Yield the initials of each whole name of an organisation, and the name."""
    for name in names:
        if _is_whole(page, name, "organisation"):
            initials = initials_of(page, name)
            if len(initials) > 1:
                yield initials, spelled(page, name)


def _span(page: Page, name: Tagged) -> tuple[int, int]:
    """Return where a name stands, with an article in capitals and the full stop of what is abbreviated."""
    words, text = page.words, page.text
    start, end = words.starts[name.first], words.ends[name.last - 1]
    if words.texts[name.last - 1] in _STOPPED and text[end : end + 1] == ".":
        end += 1
    before = name.first - 1
    if (
        name.kind == "organisation"
        and before >= 0
        and words.texts[before] == "The"
        and words.starts[before] not in page.sentence_starts
        and text[words.ends[before] : start] == " "
    ):
        start = words.starts[before]
    return start, end
