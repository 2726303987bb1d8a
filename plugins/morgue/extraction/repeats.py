"""Where a sequence of words repeats an earlier stretch of itself."""

from collections import Counter
from collections.abc import Sequence

from morgue.letters import runs_of

CHANGED = -2
"""Stands for the copy of a word that was changed, in the midst of words that were not."""

_GAP = 8
"""Words in a row that may be changed between two stretches that are the same."""

_PUT_IN = 3
"""Words that may be put in between them: more may be a sentence."""

_SHINGLE = 8
"""Words in a row that count as a repetition: fewer are phrases, more would break at every small difference."""


def first_copies(words: Sequence[str]) -> list[int]:
    """Return for each word the position of its first copy, or -1 where it stands in no repeated run.

    A word that itself is the first copy points to itself. Linear: what a run covers is not looked at again, and a run
    never reaches into its own copy.
    """
    copies = [-1] * len(words)
    seen: dict[int, int] = {}
    keys = list(map(hash, runs_of(words, _SHINGLE)))
    times = Counter(keys)
    covered = 0
    for position in [position for position, key in enumerate(keys) if times[key] > 1]:
        if position < covered:
            continue
        first = seen.setdefault(keys[position], position)
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
    return copies


def bridged(copies: list[int]) -> list[int]:
    """Return the copies with CHANGED for the words between two stretches that follow upon each other elsewhere too."""
    found = copies.copy()
    last = None
    for position, root in enumerate(copies):
        if root < 0:
            continue
        if last is not None and _changed(position - last, root - copies[last]):
            found[last + 1 : position] = [CHANGED] * (position - last - 1)
        last = position
    return found


def _changed(step: int, other: int) -> bool:
    """Say whether words between two stretches are others in their stead, or so few that they tell nothing."""
    return 1 < step <= _GAP + 1 and (1 < other <= 2 * _GAP or (other == 1 and step <= _PUT_IN + 1))
