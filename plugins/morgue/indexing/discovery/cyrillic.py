"""Unknown persons and organisations of Russian and Ukrainian texts.

Persons in every case, by a given name and a surname that agree; organisations between quotation marks, behind a
company, a party or a newspaper.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from morgue.indexing.discovery.cyrillic_lists import Lists, is_cyrillic, lists_of
from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.runs import runs
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page
from morgue.indexing.words import Word

_ENDINGS = ("", "а", "я", "й", "ь", "о", "ий", "ый", "ой", "ая", "ій", "ець", "ец")
"""How surnames end in the first case, beside what their stem ends in."""
_VOWELS = "аяиіыїуюеєй"
_CUT = 3
"""Letters of a surname that its cases change, at the most."""
_SHORTEST = 3
_MOST_KEPT = 10_000
"""Names whose first cases are kept from one page to the next, since finding them is slow."""
_QUOTED = re.compile(r"(?P<head>[^\W\d_]+) [«„“\"](?P<name>[^«»„“”\"\n.!?]{2,60})[»“”\"]")


def is_read(language: str) -> bool:
    """Say whether names are found on pages of a language."""
    return lists_of(language) is not None


def find_cyrillic(page: Page) -> list[Found]:
    """Return the persons and organisations that a Russian or Ukrainian page names, by name."""
    lists = lists_of(page.language)
    if lists is None:
        return []
    found: dict[str, Found] = {}
    for name, spelled in _persons(page, lists):
        known = found.get(name)
        spellings = dict.fromkeys((*(known.spellings if known else (name,)), spelled))
        found[name] = Found(name, "person", tuple(spellings), "given", 0.8)
    for name in _organisations(page, lists):
        found.setdefault(name, Found(name, "organisation", (name,), "quoted", 0.8))
    return [found[name] for name in sorted(found)]


def _persons(page: Page, lists: Lists) -> Iterator[tuple[str, str]]:
    """Yield each person in the first case, without a patronymic, and as it is spelled in its place."""
    for first, last in runs(page, frozenset()):
        place = first
        while place + 1 < last:
            words = _name(page, place, last, lists)
            if not words:
                place += 1
                continue
            name = _first_case(page, words[0].text, words[-1].text)
            if name and not _is_place(page, place, lists):
                yield name, page.text[words[0].start : words[-1].end]
            place += len(words)


def _name(page: Page, place: int, last: int, lists: Lists) -> tuple[Word, ...]:
    """Return a given name, perhaps a patronymic, and a surname, from a word of a run on; or nothing."""
    texts, words = page.words.texts, page.words
    if texts[place] not in lists.given:
        return ()
    surname = place + 1
    if surname + 1 < last and texts[surname].endswith(lists.patronymic) and len(texts[surname]) > _SHORTEST + 2:
        surname += 1
    text = texts[surname]
    plain = len(text) >= _SHORTEST and is_cyrillic(text) and not text.isupper()
    common = text.lower() in page.small_words or text.lower() in page.vocabulary.no_person
    apart = any(page.gap(words[at - 1], words[at]) != " " for at in range(place + 1, surname + 1))
    return () if not plain or common or apart else words[place : surname + 1]


def _first_case(page: Page, given: str, surname: str) -> str | None:
    """Return a person's name in the first case; of several that it may be the likeliest."""
    candidates = [
        (other, first == surname or first not in page.names_inside, unlikely, order, f"{name} {first}")
        for other, unlikely, order, name, first in _first_cases(given, surname, page.language)
    ]
    return min(candidates)[-1] if candidates else None


@lru_cache(maxsize=_MOST_KEPT)
def _first_cases(given: str, surname: str, language: str) -> tuple[tuple[bool, int, int, str, str], ...]:
    """Return what a name may be in the first case: of the other sex, how unlikely, in which order, and its words."""
    lists = lists_of(language)
    if lists is None:
        return ()
    candidates: list[tuple[bool, int, int, str, str]] = []
    for name in lists.given[given]:
        feminine = name[-1] in "ая" and name not in lists.masculine
        if feminine and surname[-1] not in _VOWELS:
            return ((False, 0, 0, name, surname),)  # a woman's name on a consonant does not decline
        for cut in range(min(_CUT, len(surname) - 2) + 1):
            for order, ending in enumerate(_ENDINGS):
                first = surname[: len(surname) - cut] + ending
                regular = f"{given} {surname}" in forms(f"{name} {first}", language)
                if regular or (given not in forms(name, language) and surname in forms(first, language)[1:]):
                    other = feminine != (first[-1] in "ая")
                    known = max((len(end) for end in lists.surnames if first.endswith(end)), default=0)
                    candidates.append((other, -known, order, name, first))
    return tuple(candidates)


def _is_place(page: Page, index: int, lists: Lists) -> bool:
    """Say whether a street, a prize or the like is named after whom a word begins to name."""
    return index > 0 and page.words.texts[index - 1].lower().startswith(lists.places)


def _organisations(page: Page, lists: Lists) -> Iterator[str]:
    """Yield what stands between quotation marks behind a head, in capitals at its beginning."""
    for match in _QUOTED.finditer(page.text):
        head, name = match["head"], match["name"].strip()
        if (head in lists.forms or head.lower().startswith(lists.heads)) and name[:1].isupper():
            yield name
