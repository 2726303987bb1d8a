"""Where a sequence of words repeats an earlier stretch of itself."""

from collections.abc import Sequence
from typing import Any

import numpy as np

Positions = np.ndarray[Any, np.dtype[np.int64]]
"""Positions of words in a sequence, one for each word."""

CHANGED = -2
"""Stands for the copy of a word that was changed, in the midst of words that were not."""

_GAP = 8
"""Words in a row that may be changed between two stretches that are the same."""

_PUT_IN = 3
"""Words that may be put in between them: more may be a sentence."""

_SHINGLE = 8
"""Words in a row that count as a repetition: fewer are phrases, more would break at every small difference."""

_FACTOR = 0x5851F42D4C957F2D
"""By which the words of a run are told apart by their place in it: large and odd."""


def first_copies(words: Sequence[str]) -> Positions:
    """Return for each word the position of its first copy, or -1 where it stands in no repeated run.

    A word that itself is the first copy points to itself. Linear: what a run covers is not looked at again, and a run
    never reaches into its own copy.
    """
    copies = [-1] * len(words)
    seen: dict[int, int] = {}
    covered = 0
    for position, key in _alike(words):
        if position < covered:
            continue
        first = seen.setdefault(key, position)
        length, limit = 0, min(position - first, len(words) - position)
        while length < limit and words[first + length] == words[position + length]:
            length += 1
        if length < _SHINGLE:
            continue
        for offset in range(length):
            root = copies[first + offset]
            root = first + offset if root < 0 else root
            copies[root] = root
            copies[position + offset] = root
        covered = position + length
    return np.array(copies, dtype=np.int64)


def _alike(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where runs of words begin that stand more than once, each with a number that is the same for the same."""
    runs = len(words) - _SHINGLE + 1
    if runs < 2:
        return []
    numbers = np.fromiter(map(hash, words), np.int64, len(words))
    keys = np.zeros(runs, dtype=np.int64)
    for at in range(_SHINGLE):
        keys = keys * _FACTOR + numbers[at : at + runs]
    order = np.argsort(keys)
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    found = np.unique(order[np.concatenate((same, same + 1))])
    return list(zip(found.tolist(), keys[found].tolist(), strict=True))


def bridged(copies: Positions) -> Positions:
    """Return the copies with CHANGED for the words between two stretches that follow upon each other elsewhere too.

    These words are others in their stead, or so few that they tell nothing.
    """
    found = copies.copy()
    at = np.flatnonzero(copies >= 0)
    step, other = np.diff(at), np.diff(copies[at])
    instead = (other > 1) & (other <= 2 * _GAP)
    put_in = (other == 1) & (step <= _PUT_IN + 1)
    for gap in np.flatnonzero((step > 1) & (step <= _GAP + 1) & (instead | put_in)).tolist():
        found[at[gap] + 1 : at[gap + 1]] = CHANGED
    return found
