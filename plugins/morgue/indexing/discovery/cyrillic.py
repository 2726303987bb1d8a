"""Unknown persons and organisations of Russian and Ukrainian texts.

Persons in every case, by a given name and a surname that agree; organisations between quotation marks, behind a
company, a party or a newspaper.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.runs import runs
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page
from morgue.indexing.vocabulary import GIVEN_NAMES, read_lists
from morgue.indexing.words import Word

_ENDINGS = ("", "а", "я", "й", "ь", "о", "ий", "ый", "ой", "ая", "ій", "ець", "ец")
"""How surnames end in the first case, beside what their stem ends in."""
_VOWELS = "аяиіыїуюеєй"
_CUT = 3
"""Letters of a surname that its cases change, at the most."""
_SHORTEST = 3
_QUOTED = re.compile(r"(?P<head>[^\W\d_]+) [«„“\"](?P<name>[^«»„“”\"\n.!?]{2,60})[»“”\"]")


@dataclass(frozen=True, slots=True)
class _Lists:
    given: Mapping[str, tuple[str, ...]]
    """Of each form of a given name, the names that it may be of."""
    masculine: frozenset[str]
    surnames: tuple[str, ...]
    """How most of them end: the longer such an end, the likelier."""
    patronymic: tuple[str, ...]
    places: tuple[str, ...]
    heads: tuple[str, ...]
    forms: frozenset[str]


@cache
def _lists(language: str) -> _Lists | None:
    read = read_lists("discovery/cyrillic.yml").get(language)
    if read is None:
        return None
    irregular = read.pop("irregular")
    split = {name: value.split() for name, value in read.items()}
    given: dict[str, list[str]] = defaultdict(list)
    for name in sorted({*split["given"], *(name for name in GIVEN_NAMES if _is_cyrillic(name))}):
        for form in forms(name, language):
            given[form].append(name)
        for form in irregular.get(name, "").split():
            given[form].append(name)
    return _Lists(
        {form: tuple(names) for form, names in given.items()},
        frozenset(split["masculine"]),
        tuple(split["surnames"]),
        tuple(split["patronymics"]),
        tuple(split["places"]),
        tuple(split["heads"]),
        frozenset(split["forms"]),
    )


def is_read(language: str) -> bool:
    """Say whether names are found on pages of a language."""
    return _lists(language) is not None


def find_cyrillic(page: Page) -> list[Found]:
    """Return the persons and organisations that a Russian or Ukrainian page names, by name."""
    lists = _lists(page.language)
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


def _persons(page: Page, lists: _Lists) -> Iterator[tuple[str, str]]:
    """Yield each person in the first case, without a patronymic, and as it is spelled in its place."""
    for first, last in runs(page, frozenset()):
        place = first
        while place + 1 < last:
            words = _name(page, place, last, lists)
            if not words:
                place += 1
                continue
            name = _first_case(page, words[0].text, words[-1].text, lists)
            if name and not _is_place(page, place, lists):
                yield name, page.text[words[0].start : words[-1].end]
            place += len(words)


def _name(page: Page, place: int, last: int, lists: _Lists) -> tuple[Word, ...]:
    """Return a given name, perhaps a patronymic, and a surname, from a word of a run on; or nothing."""
    texts, words = page.words.texts, page.words
    if texts[place] not in lists.given:
        return ()
    surname = place + 1
    if surname + 1 < last and texts[surname].endswith(lists.patronymic) and len(texts[surname]) > _SHORTEST + 2:
        surname += 1
    text = texts[surname]
    plain = len(text) >= _SHORTEST and _is_cyrillic(text) and not text.isupper()
    common = text.lower() in page.small_words or text.lower() in page.vocabulary.no_person
    apart = any(page.gap(words[at - 1], words[at]) != " " for at in range(place + 1, surname + 1))
    return () if not plain or common or apart else words[place : surname + 1]


def _first_case(page: Page, given: str, surname: str, lists: _Lists) -> str | None:
    """Return a person's name in the first case; of several that it may be the likeliest."""
    candidates: list[tuple[bool, bool, int, int, str]] = []
    for name in lists.given[given]:
        feminine = name[-1] in "ая" and name not in lists.masculine
        if feminine and surname[-1] not in _VOWELS:
            return f"{name} {surname}"  # a woman's name on a consonant does not decline
        for cut in range(min(_CUT, len(surname) - 2) + 1):
            for order, ending in enumerate(_ENDINGS):
                first = surname[: len(surname) - cut] + ending
                whole = f"{name} {first}"
                regular = f"{given} {surname}" in forms(whole, page.language)
                if regular or (given not in forms(name, page.language) and surname in forms(first, page.language)[1:]):
                    other = feminine != (first[-1] in "ая")
                    elsewhere = first != surname and first in page.names_inside
                    known = max((len(end) for end in lists.surnames if first.endswith(end)), default=0)
                    candidates.append((other, not elsewhere, -known, order, whole))
    return min(candidates)[-1] if candidates else None


def _is_place(page: Page, index: int, lists: _Lists) -> bool:
    """Say whether a street, a prize or the like is named after whom a word begins to name."""
    return index > 0 and page.words.texts[index - 1].lower().startswith(lists.places)


def _organisations(page: Page, lists: _Lists) -> Iterator[str]:
    """Yield what stands between quotation marks behind a head, in capitals at its beginning."""
    for match in _QUOTED.finditer(page.text):
        head, name = match["head"], match["name"].strip()
        if (head in lists.forms or head.lower().startswith(lists.heads)) and name[:1].isupper():
            yield name


def _is_cyrillic(word: str) -> bool:
    return all("Ѐ" <= letter <= "ӿ" or letter in "'-" for letter in word)
