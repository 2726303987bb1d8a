"""How alike two texts are by their words, wherever they stand."""

import re
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """The multiset overlap of two texts' words, 0 to 1: of those found, of those wanted, and both in one."""

    precision: float
    recall: float
    f1: float


def words(text: str) -> list[str]:
    """Return the lower-cased words of a text, in order."""
    return _WORD.findall(text.lower())


def overlap(found: str, truth: str) -> Overlap:
    """Return the overlap of two texts' lower-cased words; two empty texts are alike."""
    found_words, true_words = Counter(words(found)), Counter(words(truth))
    common, many_found, many_true = (each.total() for each in (found_words & true_words, found_words, true_words))
    if not many_found + many_true:
        return Overlap(1.0, 1.0, 1.0)
    return Overlap(common / max(many_found, 1), common / max(many_true, 1), 2 * common / (many_found + many_true))
