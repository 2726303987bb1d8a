"""The word lists by which names are found in Russian and Ukrainian texts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from morgue.indexing.names.inflection import forms
from morgue.indexing.vocabulary import GIVEN_NAMES, read_lists


@dataclass(frozen=True, slots=True)
class Lists:
    """One language's lists, as ``cyrillic.yml`` has them."""

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
def lists_of(language: str) -> Lists | None:
    """Return the lists of a language, or None where it has none."""
    read = read_lists("discovery/cyrillic.yml").get(language)
    if read is None:
        return None
    irregular = read.pop("irregular")
    split = {name: value.split() for name, value in read.items()}
    given: dict[str, list[str]] = defaultdict(list)
    for name in sorted({*split["given"], *(name for name in GIVEN_NAMES if is_cyrillic(name))}):
        for form in forms(name, language):
            given[form].append(name)
        for form in irregular.get(name, "").split():
            given[form].append(name)
    return Lists(
        {form: tuple(names) for form, names in given.items()},
        frozenset(split["masculine"]),
        tuple(split["surnames"]),
        tuple(split["patronymics"]),
        tuple(split["places"]),
        tuple(split["heads"]),
        frozenset(split["forms"]),
    )


def is_cyrillic(word: str) -> bool:
    """Say whether a word has Cyrillic letters alone."""
    return all("Ѐ" <= letter <= "ӿ" or letter in "'-" for letter in word)
