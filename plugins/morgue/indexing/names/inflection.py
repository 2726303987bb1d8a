"""The cases of a name, in the languages whose names decline."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from morgue.indexing.vocabulary import read_lists

Declension = Literal["persons", "places", "adjectives"]
"""Which of the tables says how a word declines."""

_CONSONANTS = frozenset("бвгґджзклмнпрстфхцчшщ")


@cache
def _endings() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """Return, by declension and language, the cases of each ending."""
    return {
        declension: {
            language: {ending: tuple(cases.split(" ")) for ending, cases in table.items()}
            for language, table in tables.items()
        }
        for declension, tables in read_lists("names/inflections.yml").items()
    }


def declension_of(kind: str) -> Declension:
    """Return how the name of a kind of actor declines."""
    return "persons" if kind == "person" else "places"


def forms(name: str, language: str, declension: Declension = "persons") -> tuple[str, ...]:
    """Return a name in every case of the language, the name itself first; just the name where nothing declines."""
    table = _endings()[declension].get(language)
    if table is None:
        return (name,)
    declined = [_cases(word, table, declension) for word in name.split(" ")]
    count = max(len(cases) for cases in declined)
    spelled = (" ".join(cases[case] if len(cases) > 1 else cases[0] for cases in declined) for case in range(count))
    return tuple(dict.fromkeys((name, *spelled)))


def _cases(word: str, table: Mapping[str, tuple[str, ...]], declension: Declension) -> tuple[str, ...]:
    """Return a word's cases; an acronym or a word of another script has one."""
    if word.isupper() or not word:
        return (word,)
    for ending, cases in table.items():
        if ending and word.endswith(ending):
            return tuple(word[: -len(ending)] + case for case in cases)
    declines = "" in table and (declension == "adjectives" or word[-1] in _CONSONANTS)
    return tuple(word + case for case in table[""]) if declines else (word,)
