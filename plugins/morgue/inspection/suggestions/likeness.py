"""Whether two names may be one actor's, and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from morgue.address import slug
from morgue.model import ActorKind

_ALIKE = 0.86
"""The least share of letters that two spellings of one name have in common (SequenceMatcher), set by hand: two vowels
or a doubled letter apart in a name of twelve."""

_CAPITALS = re.compile(r"[^\W\d_]{2,8}")
_SOUNDS = str.maketrans({"w": "v", "c": "k", "q": "k", "j": "y", "z": "s", "x": "s", "f": "v"})
_VOWELS = re.compile(r"[aeiouy]")
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Name:
    """A name in words of plain letters, whatever its script."""

    text: str
    kind: ActorKind

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small ASCII."""
        return tuple(filter(None, slug(self.text).split("-")))

    @cached_property
    def initials(self) -> str:
        """The first letters of the words that have a capital, where there are two and more."""
        letters = "".join(word[0] for word in self.text.split() if word[0].isupper())
        return slug(letters) if len(letters) > 1 and " " in self.text else ""

    @cached_property
    def acronym(self) -> str:
        """The name itself, where it is an acronym."""
        plain = self.text.replace(".", "")
        return slug(plain) if plain.isupper() and _CAPITALS.fullmatch(plain) else ""

    def signs(self) -> Iterator[str]:
        """Yield what two names have in common if they may be one's: so not each is compared with each."""
        if self.kind == "person":
            if self.words:
                yield f"surname {_skeleton(self.words[-1])}, {self.words[0][0].translate(_SOUNDS)}"
            return
        yield from (f"letters {each}" for each in (self.initials, self.acronym) if each)
        yield from (f"word {_skeleton(word)}" for word in self.words if len(word) > 4)


def why_alike(one: Name, other: Name) -> str:
    """Return in a few words why two names may be one actor's, or nothing."""
    if (one.kind == "person") != (other.kind == "person") or not one.words or not other.words:
        return ""
    if one.words == other.words:
        return "spelled alike but for accents or script"
    return _of_persons(one, other) if one.kind == "person" else _of_others(one, other)


def _of_others(one: Name, other: Name) -> str:
    for short, long in ((one, other), (other, one)):
        if short.acronym and short.acronym == long.initials:
            return f"{short.text} are the initials of {long.text}"
    fewer, more = sorted((one, other), key=lambda name: len(name.words))
    a_states = fewer.kind == "country" and more.kind != "country"  # "Congress of the United States" is no state
    if len(fewer.words) > 1 and set(fewer.words) < set(more.words) and not a_states:
        return "all words of the one are in the other"
    return _nearly(one, other)


def _of_persons(one: Name, other: Name) -> str:
    """Compare names of more than one word: a surname alone is anybody's."""
    if len(one.words) < 2 or len(other.words) < 2:
        return ""
    if _fit(one.words[0], other.words[0]):
        if one.words[-1] == other.words[-1]:
            return "the same surname, and given names that fit"
        if _skeleton(one.words[-1]) == _skeleton(other.words[-1]):
            return "surnames spelled nearly alike, and given names that fit"
    return _nearly(one, other)


def _nearly(one: Name, other: Name) -> str:
    return "spelled nearly alike" if _spelled_alike(one, other) else ""


def _fit(one: str, other: str) -> bool:
    """Say whether given names may be one person's: alike, an initial, or spelled nearly alike."""
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return one == other or _skeleton(one) == _skeleton(other)


def _spelled_alike(one: Name, other: Name) -> bool:
    first, second = " ".join(one.words), " ".join(other.words)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE


def _skeleton(word: str) -> str:
    """Return a word as it sounds at its barest, so that spellings meet: no vowels behind the first letter."""
    sounds = word.translate(_SOUNDS)
    sounds = sounds[:1] + sounds[1:].replace("h", "")
    return _TWICE.sub(r"\1", sounds[:1] + _VOWELS.sub("", sounds[1:]))
