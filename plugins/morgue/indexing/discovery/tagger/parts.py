"""The features of what is seen of a word: those of a group are told by its key alone, so that they can be kept."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from morgue.indexing.discovery.tagger.lists import Lists

Key = Hashable
"""What tells the features of a group; None is none."""

_LETTER, _DIGIT, _RUN = re.compile(r"[^\W\d_]"), re.compile(r"\d"), re.compile(r"(.)\1+")


class _Signs(dict[int, str]):
    """Of each character, by its number, what stands for it in the shape of a word; filled as characters come."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        letter = "X" if character.isupper() else "x"
        sign = letter if _LETTER.match(character) else "9" if _DIGIT.match(character) else character
        self[number] = sign
        return sign


_SIGNS = _Signs()


def features_of(group: str, key: Key, lists: Lists) -> Iterator[str]:
    """Return the features of a group that a key tells."""
    return _GROUPS[group](group, key, lists) if key is not None else iter(())


def _own(_group: str, word: str, lists: Lists) -> Iterator[str]:
    """Yield the features of the word that is asked about."""
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
    yield from _classes("", small, lists)


def _shape(word: str) -> str:
    return _RUN.sub(r"\1+", word.translate(_SIGNS))


def _beside(role: str, word: str, lists: Lists) -> Iterator[str]:
    """Yield the features of the word before or behind it."""
    small = word.lower()
    yield f"{role}={small}"
    yield f"{role}s={'X' if word[0].isupper() else 'x' if word[0].islower() else '9'}"
    yield f"{role}k={lists.kind(word)}"
    yield from _classes(role, small, lists)


def _end(role: str, word: str, lists: Lists) -> Iterator[str]:
    """Yield the features of the first or the last word of a stretch."""
    yield f"{role}={word.lower()}"
    if role == "rl":
        yield f"rlk={lists.kind(word)}"
    yield from _classes(role, word.lower(), lists)


def _outside(role: str, word: str, _lists: Lists) -> Iterator[str]:
    """Yield the feature of the word before or behind a stretch."""
    yield f"{role}={word.lower()}"


def _classes(role: str, small: str, lists: Lists) -> Iterator[str]:
    found = lists.classes.get(small)
    if found:
        yield f"{role}c={found[0]}"
        yield f"{role}C={found[1]}"
    elif not role:
        yield "c=?"


def _uses(_group: str, said: tuple[str, ...], _lists: Lists) -> Iterator[str]:
    for each in said:
        yield f"d={each}"


def _kinds(_group: str, kinds: tuple[str, str, str], _lists: Lists) -> Iterator[str]:
    """Yield the kinds of a word and of its neighbours in the stretch."""
    before, own, behind = kinds
    yield f"t={before}|{own}|{behind}"
    yield f"t2={before}|{own}"
    yield f"t3={own}|{behind}"


def _position(_group: str, position: tuple[int, int], _lists: Lists) -> Iterator[str]:
    yield f"r={position[0]}/{position[1]}"


def _around(_group: str, around: tuple[str, str, bool, bool, bool, bool], _lists: Lists) -> Iterator[str]:
    before, behind, begins, headline, small, capitals = around
    yield f"gb={before}"
    yield f"ga={behind}"
    if begins:
        yield "begin"
    if headline:
        yield "title"
    if small:
        yield "smallB" if begins else "small"
    if capitals:
        yield "caps"


def _heads(_group: str, heads: tuple[bool, bool, str, str], _lists: Lists) -> Iterator[str]:
    """Yield whether heads of organisations stand before and behind a word in its stretch."""
    opened, closed, own, small = heads
    yield f"h={opened:d}{closed:d}"
    yield f"hk={opened:d}{closed:d}{own}{small}"


def _pair(role: str, words: tuple[str, str], _lists: Lists) -> Iterator[str]:
    """Yield the feature of a word and its neighbour, which is in small letters."""
    yield f"{role}={words[0]}|{words[1]}"


def _plain(group: str, _key: object, _lists: Lists) -> Iterator[str]:
    yield group


_GROUPS: Mapping[str, Callable[[str, Any, Lists], Iterator[str]]] = {
    "w": _own,
    **dict.fromkeys(("p", "n"), _beside),
    **dict.fromkeys(("rl", "rf"), _end),
    **dict.fromkeys(("op", "on"), _outside),
    "d": _uses,
    "t": _kinds,
    "r": _position,
    "a": _around,
    "h": _heads,
    "pl": _plain,
    **dict.fromkeys(("pw", "wn"), _pair),
}
