"""How alike two texts are by their words, wherever they stand."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def word_f1(found: str, truth: str) -> float:
    """Return the F1 of the multiset overlap of lower-cased words, 0 to 1; two empty texts are alike."""
    found_words, true_words = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(truth.lower()))
    total = found_words.total() + true_words.total()
    return 2 * (found_words & true_words).total() / total if total else 1.0
