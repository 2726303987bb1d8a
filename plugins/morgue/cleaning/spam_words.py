"""What links for money sell: the themes of vocabulary/spam.yml, made ready to be looked for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from morgue.vocabulary import any_of, load

_LISTS = load("spam")

_FAR = re.compile(r"[\u0590-\u1dff\u2e80-\U0010ffff]")
"""Scripts in which words stand without spaces, or with others written onto them."""

_FOLDED = str.maketrans({"ı": "i", "ß": "ss", "ς": "σ"})
"""Letters that ``fold`` spells otherwise."""

_SHORT = 4
"""Letters of a word that stands in others by chance."""

_WORD = re.compile(r"[a-z]+|\d+[a-z]+\d*|[a-z]+\d+")


def _pattern(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of the patterns: between the bounds of words, where the script has such."""
    patterns = [pattern.translate(_FOLDED) for pattern in patterns]
    near = [pattern for pattern in patterns if not _FAR.search(pattern)]
    far = [pattern for pattern in patterns if _FAR.search(pattern)]
    bounded = [rf"(?<!\w){any_of(near)}(?!\w)"] if near else []
    return re.compile("|".join([*bounded, *far]))


@dataclass(frozen=True, slots=True)
class Theme:
    """Something sold by spam: phrases that sell it, words that only speak of it, parts of the sellers' names."""

    name: str
    sells: re.Pattern[str]
    words: re.Pattern[str]
    hosts: tuple[str, ...]


THEMES = tuple(
    Theme(
        name,
        _pattern(patterns),
        _pattern(_LISTS[f"{name} words"]),
        tuple(_LISTS[f"{name} hosts"]),
    )
    for name, patterns in ((key.removesuffix(" sells"), found) for key, found in _LISTS.items())
    if f"{name} sells" in _LISTS
)

CALLS = _pattern(_LISTS["calls"])
"""How a sentence sends a reader to a link."""

_ENDINGS = frozenset(_LISTS["endings"])
_SOURCES = frozenset(_LISTS["sources"])


@lru_cache(maxsize=4096)
def sellers(host: str) -> frozenset[str]:
    """Return the themes that a host's name tells of, its ending among them."""
    labels = host.lower().split(".")
    names = ".".join(labels[:-1])
    words = set(_WORD.findall(names))
    found = {
        theme.name
        for theme in THEMES
        if any(word in words or (len(word) > _SHORT and word in names) for word in theme.hosts)
    }
    return frozenset({theme.name for theme in THEMES} if labels[-1] in _ENDINGS else found)


@lru_cache(maxsize=4096)
def is_source(host: str) -> bool:
    """Say whether a host sells nothing itself: an authority's, a university's, an encyclopedia's."""
    labels = host.lower().split(".")
    ends = {".".join(labels[at:]) for at in range(len(labels))}
    if len(labels[-1]) == 2:  # a country's own "gov" or "ac"
        ends.update(labels[-2:-1])
    return not _SOURCES.isdisjoint(ends)
