"""The features of what is seen of a word: those of a group are told by its key alone, so that they can be kept."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from morgue.indexing.discovery.tagger.lists import NO_WORD, About, Lists
from morgue.indexing.discovery.tagger.uses import USES

Key = Hashable
"""What tells the features of a group; None tells none."""

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


PLAIN = frozenset({"p", "n", "rl", "rf", "op", "on", "pw", "wn"})
"""Groups whose key, a word or a pair of words, is their one feature. Most keys have no weight."""


def features_of(group: str, key: Key, lists: Lists) -> Sequence[str]:
    """Return the features of a group that a key tells."""
    if key is None or key is NO_WORD:
        return ()
    if group in PLAIN:
        words = key if isinstance(key, tuple) else (key,)
        return (f"{group}={'|'.join(words)}",) if all(words) else ()
    return _GROUPS[group](group, key, lists)


def _own(_group: str, word: str, lists: Lists) -> list[str]:
    """Return the features of the word that is asked about."""
    plain, small, about = lists.plain(word), word.lower(), lists.about(word)
    endings = [f"x{letters}={small[-letters:]}" for letters in (2, 3, 4) if len(plain) > letters]
    beginning = [f"b3={small[:3]}"] if len(plain) > 3 else []
    found = [f"w={plain}", f"l={small}", f"s={_shape(plain)}", *endings, *beginning, f"n={min(len(plain), 6)}"]
    kinds = [f"k={about.kind}", *[f"k1={letter}" for letter in about.kind]]
    return [*found, *kinds, *_classes("", about.classes)]


def _shape(word: str) -> str:
    if word.istitle() and word.isalpha() and len(word) > 2:
        return "Xx+"  # as most names, soonest told
    return _RUN.sub(r"\1+", word.translate(_SIGNS))


def _beside(group: str, about: About, _lists: Lists) -> list[str]:
    """Return the features of what is known of the word before or behind it."""
    role = group[0]
    return [f"{role}s={about.case}", f"{role}k={about.kind}", *_classes(role, about.classes)]


def _last(_group: str, about: About, _lists: Lists) -> list[str]:
    """Return the features of what is known of the last word of a stretch."""
    return [f"rlk={about.kind}", *_classes("rl", about.classes)]


def _first(_group: str, about: About, _lists: Lists) -> Sequence[str]:
    """Return the features of what is known of the first word of a stretch."""
    return _classes("rf", about.classes)


def _classes(role: str, classes: tuple[str, str] | None) -> Sequence[str]:
    """Return the classes of words to which a word belongs."""
    if classes:
        return f"{role}c={classes[0]}", f"{role}C={classes[1]}"
    return () if role else ("c=?",)


def _uses(_group: str, said: int, _lists: Lists) -> list[str]:
    return [f"d={use}" for bit, use in enumerate(USES) if said >> bit & 1]


def _kinds(_group: str, kinds: tuple[str, str, str], _lists: Lists) -> list[str]:
    """Return the kinds of a word and of its neighbours in the stretch."""
    before, own, behind = kinds
    return [f"t={before}|{own}|{behind}", f"t2={before}|{own}", f"t3={own}|{behind}"]


def _position(_group: str, position: tuple[int, int], _lists: Lists) -> list[str]:
    return [f"r={position[0]}/{position[1]}"]


def _around(_group: str, around: tuple[str, str, bool, bool, bool, bool], _lists: Lists) -> list[str]:
    """Return the marks beside a word, and what its capital may come from."""
    before, behind, begins, headline, small, capitals = around
    told = {"begin": begins, "title": headline, "smallB" if begins else "small": small, "caps": capitals}
    return [f"gb={before}", f"ga={behind}", *[feature for feature, holds in told.items() if holds]]


def _heads(_group: str, heads: tuple[bool, bool, str, str], _lists: Lists) -> list[str]:
    """Return whether heads of organisations stand before and behind a word in its stretch."""
    opened, closed, own, small = heads
    return [f"h={opened:d}{closed:d}", f"hk={opened:d}{closed:d}{own}{small}"]


def _plain(group: str, _key: object, _lists: Lists) -> list[str]:
    return [group]


_GROUPS: Mapping[str, Callable[[str, Any, Lists], Sequence[str]]] = {
    "w": _own,
    **dict.fromkeys(("pa", "na"), _beside),
    "rla": _last,
    "rfa": _first,
    "d": _uses,
    "t": _kinds,
    "r": _position,
    "a": _around,
    "h": _heads,
    "pl": _plain,
}
