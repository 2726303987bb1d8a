"""How alike two texts are by their words, wherever they stand."""

import re
from collections import Counter

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the lower-cased words of a text, in order."""
    return _WORD.findall(text.lower())


def word_f1(found: str, truth: str) -> float:
    """Return the F1 of the multiset overlap of lower-cased words, 0 to 1; two empty texts are alike."""
    found_words, true_words = Counter(words(found)), Counter(words(truth))
    total = found_words.total() + true_words.total()
    return 2 * (found_words & true_words).total() / total if total else 1.0
