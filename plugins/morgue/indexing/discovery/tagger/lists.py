"""The lists that the tagger looks words up in: given names, surnames, places, and classes of words used alike."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

import yaml

WEIGHTS = Path(__file__).parents[1] / "weights"
"""The folder of all that the tagger knows; its README says where that comes from."""

_ACRONYM = 3
"""Letters up to which a word in capitals is taken for an acronym and not for a name in a line of capitals."""

_LETTERS = (("T", "titles"), ("H", "heads_last"), ("h", "heads_first"), ("N", "neutral"))

_MOST_KEPT = 50_000
"""Words whose kind is kept."""


class Lists:
    """The lists, read once a process."""

    def __init__(self) -> None:
        self.given, self.surnames, self.places = (_lines(f"{name}.txt") for name in ("given", "surnames", "places"))
        self.place_words = frozenset(word for place in self.places if " " in place for word in place.split(" "))
        self.kind = lru_cache(_MOST_KEPT)(self._kind)
        """Returns what a word may be, a letter for each: Title, Head, Given name, Surname, Place, Neutral."""
        words: dict[str, str] = yaml.safe_load((WEIGHTS / "words.yml").read_text("utf-8"))
        self._words = {name: frozenset(listed.split()) for name, listed in words.items()}
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
            if plain in self.given or plain in self.surnames or plain in self.places or plain in self.place_words:
                return plain
        return word

    def _kind(self, word: str) -> str:
        return "".join(self._letters(word)) or _form(word)

    def _letters(self, word: str) -> Iterator[str]:
        small, plain = word.lower(), self.plain(word)
        for letter, name in _LETTERS:
            if small in self._words[name]:
                yield letter
        if plain in self.given:
            yield "G"
        if plain in self.surnames:
            yield "S"
        if plain in self.places:
            yield "P"
        elif plain in self.place_words:
            yield "p"


def _form(word: str) -> str:
    """Return a letter for the form of a word that no list knows: acronym, lower case, other."""
    if word.isupper() and len(word) > 1:
        return "a"
    return "l" if word[0].islower() else "o"


def _lines(name: str) -> frozenset[str]:
    return frozenset((WEIGHTS / name).read_text("utf-8").splitlines())


@cache
def the_lists() -> Lists:
    """Return the lists that stand in the folder of weights."""
    return Lists()
