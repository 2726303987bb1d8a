"""What texts have in common: word 3-shingles, sampled by a hash that is the same in every process."""

import re
import zlib

Shingles = frozenset[int]

_SIZE = 3
_SAMPLE = 8
"""One shingle in so many is kept (measured on near-copies: see docs/indexing.md)."""


def shingles(text: str) -> tuple[Shingles, Shingles]:
    """Return the sampled and all of a text's shingles, as CRC-32 of the words in small letters.

    A text of fewer words than a shingle has is one shingle; a text without words has none.
    """
    words = [word.encode() for word in re.findall(r"\w+", text.lower())]
    runs = range(len(words) - _SIZE + 1) if len(words) >= _SIZE else range(min(len(words), 1))
    every = frozenset(zlib.crc32(b" ".join(words[at : at + _SIZE])) for at in runs)
    return frozenset(shingle for shingle in every if shingle % _SAMPLE == 0), every


def jaccard(first: Shingles, second: Shingles) -> float:
    """Return the share of shingles that two texts have in common, 0 to 1."""
    common = len(first & second)
    return common / (len(first) + len(second) - common) if common else 0.0
