"""The lists that the tagger looks words up in: given names, surnames, places, and classes of words used alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from morgue.remembering import Answers

WEIGHTS = Path(__file__).parents[1] / "weights"
"""The folder of all that the tagger knows; its README says where that comes from."""

_ACRONYM = 3
"""Letters up to which a word in capitals is taken for an acronym and not for a name in a line of capitals."""

_LETTERS = (("T", "titles"), ("H", "heads_last"), ("h", "heads_first"), ("N", "neutral"))

_MOST_KEPT = 50_000
"""Words whose kind is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """What is known of a word: its case (X, x or 9), its kind, and its narrow class and its wide one if it is common.

    Words of which the same is known share it, so that it is soon told from others.
    """

    case: str
    kind: str
    classes: tuple[str, str] | None


NO_WORD = About("", "", None)
"""What is known of no word: nothing stands before the first one of a page, or behind the last."""


class Lists:
    """The lists, read once a process."""

    def __init__(self) -> None:
        self.places = frozenset(_lines("places.txt"))
        self.about = Answers(self._about, _MOST_KEPT).__getitem__
        """Returns what is known of a word, which may be none at all."""
        self._shared: dict[tuple[str, str, tuple[str, str] | None], About] = {}
        words: dict[str, str] = yaml.load((WEIGHTS / "words.yml").read_text("utf-8"), yaml.CSafeLoader)
        self._words = {name: frozenset(listed.split()) for name, listed in words.items()}
        self._names = _names(self.places)
        self._small = _by_letter((letter, self._words[name]) for letter, name in _LETTERS)
        self.inner, self.openers, self.where, self.verbs = (
            self._words[name] for name in ("inner", "openers", "where", "verbs")
        )
        self.place_before, self.place_behind, self.nobody = (
            self._words[name] for name in ("place_before", "place_behind", "nobody")
        )
        self.forces, self.styles = self._words["forces"], self._words["styles"]
        self.speaking = self.verbs | self._words["speaks"]

    @cached_property
    def classes(self) -> Mapping[str, tuple[str, str]]:
        """Of each common word, in small letters, its narrow class and its wide one."""
        entries = (line.split(" ") for line in _lines("classes.txt"))
        return {word: (narrow, wide) for word, narrow, wide in entries}

    def plain(self, word: str) -> str:
        """Return a word of a line in capitals as it is written elsewhere, where it is a name that the lists know."""
        if len(word) > _ACRONYM and word.isupper():
            plain = word.capitalize()
            if plain in self._names:
                return plain
        return word

    def kind(self, word: str) -> str:
        """Return what a word may be, a letter for each: Title, Head, Given name, Surname, Place, Neutral."""
        kind: str = self.about(word).kind
        return kind

    def _about(self, word: str) -> About:
        if not word:
            return NO_WORD
        small = word.lower()
        case = "X" if word[0].isupper() else "x" if word[0].islower() else "9"
        letters = self._small.get(small, "") + self._names.get(self.plain(word), "")
        known = case, letters or _form(word), self.classes.get(small)
        return self._shared.setdefault(known, About(*known))


def _names(places: Iterable[str]) -> Mapping[str, str]:
    """Return what each name may be: Given name, Surname, Place or a word of a place's name (p)."""
    words = (word for place in places if " " in place for word in place.split(" "))
    names = _by_letter((("G", _lines("given.txt")), ("S", _lines("surnames.txt")), ("P", places)))
    return names | {word: names.get(word, "") + "p" for word in words if "P" not in names.get(word, "")}


def _by_letter(lists: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return of each word the letters of the lists in which it stands."""
    found: dict[str, str] = {}
    for letter, words in lists:
        for word in words:
            found[word] = found.get(word, "") + letter
    return found


def _form(word: str) -> str:
    """Return a letter for the form of a word that no list knows: acronym, lower case, other."""
    if word.isupper() and len(word) > 1:
        return "a"
    return "l" if word[0].islower() else "o"


def _lines(name: str) -> list[str]:
    return (WEIGHTS / name).read_text("utf-8").splitlines()


@cache
def the_lists() -> Lists:
    """Return the lists that stand in the folder of weights."""
    return Lists()
