"""What the tagger sees of a word alone, and of one beside another: the same on every page, so that it is kept."""

import re
from collections.abc import Iterator

from morgue.indexing.discovery.tagger.lists import Lists

OWN = "w"
"""The role of the word that is asked about; its neighbours' are p and pp before it, n and nn behind it."""

_SHAPES = ((re.compile(r"[^\W\d_]"), lambda match: "X" if match.group().isupper() else "x"), (re.compile(r"\d"), "9"))
_RUN = re.compile(r"(.)\1+")


def form_features(role: str, word: str, lists: Lists) -> Iterator[str]:
    """Yield the features of a word in a role."""
    yield from _own(word, lists) if role == OWN else _beside(role, word, lists)


def _own(word: str, lists: Lists) -> Iterator[str]:
    plain, small, kind = lists.plain(word), word.lower(), lists.kind(word)
    yield f"w={plain}"
    yield f"l={small}"
    yield f"s={_shape(plain)}"
    for letters in (2, 3, 4):
        if len(plain) > letters:
            yield f"x{letters}={small[-letters:]}"
    if len(plain) > 3:
        yield f"b3={small[:3]}"
    yield f"n={min(len(plain), 6)}"
    yield f"k={kind}"
    for letter in kind:
        yield f"k1={letter}"
    yield from class_features("", small, lists)


def _beside(role: str, word: str, lists: Lists) -> Iterator[str]:
    small = word.lower()
    yield f"{role}={small}"
    yield f"{role}s={'X' if word[0].isupper() else 'x' if word[0].islower() else '9'}"
    yield f"{role}k={lists.kind(word)}"
    yield from class_features(role, small, lists)


def class_features(role: str, small: str, lists: Lists) -> Iterator[str]:
    """Yield the classes of a word in small letters."""
    found = lists.classes.get(small)
    if found:
        yield f"{role}c={found[0]}"
        yield f"{role}C={found[1]}"
    elif not role:
        yield "c=?"


def _shape(word: str) -> str:
    for pattern, shape in _SHAPES:
        word = pattern.sub(shape, word)
    return _RUN.sub(r"\1+", word)
