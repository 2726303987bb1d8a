"""Where a sequence of words repeats an earlier stretch of itself."""

from collections.abc import Sequence

SHINGLE = 8
"""Words in a row that count as a repetition: fewer are phrases, more would break at every small difference."""


def first_copies(words: Sequence[str]) -> list[int]:
    """Return for each word the position of its first copy, or -1 where it stands in no repeated run.

    A word that itself is the first copy points to itself. Linear: what a run covers is not looked at again, and a run
    never reaches into its own copy.
    """
    copies = [-1] * len(words)
    seen: dict[int, int] = {}
    position = 0
    while position <= len(words) - SHINGLE:
        key = hash(tuple(words[position : position + SHINGLE]))
        first = seen.setdefault(key, position)
        length, limit = 0, min(position - first, len(words) - position)
        while length < limit and words[first + length] == words[position + length]:
            length += 1
        if length < SHINGLE:
            position += 1
            continue
        for offset in range(length):
            root = copies[first + offset]
            root = first + offset if root < 0 else root
            copies[root] = root
            copies[position + offset] = root
        position += length
    return copies
