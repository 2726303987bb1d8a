"""Stretches of capitalised words, and of small ones between them: whatever may be a name, one word or many."""

from collections.abc import Iterator

from morgue.indexing.page import Page
from morgue.indexing.vocabulary import ABBREVIATIONS

_MOST_INNER = 3
"""Small words in a row inside a name: "of the", "and of the"."""

_LONGEST = 20
"""Words of a stretch; what is longer is read in parts."""


def stretches(page: Page, inner: frozenset[str], openers: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield [first, last) indexes of the words of every stretch, in order; it begins and ends with a capital.

    ``inner`` are the small words that may stand inside a name, ``openers`` words that are none alone.
    """
    texts, behind = page.words.texts, 0
    capitals = frozenset(page.capitals)
    for index in page.capitals:
        if index < behind:
            continue
        last = index + 1
        while last - index < _LONGEST:
            ahead = last
            while ahead < len(texts) and ahead - last < _MOST_INNER and ahead not in capitals:
                if texts[ahead].lower() not in inner or not joined(page, ahead):
                    break
                ahead += 1
            if ahead not in capitals or not joined(page, ahead):
                break
            last = ahead + 1
        if last - index > 1 or texts[index].lower() not in openers:
            yield index, last
        behind = last


def joined(page: Page, index: int) -> bool:
    """Say whether a word may belong to one name with that before it: "J. Edgar", "U.S. Army", "AT&T", "O-Ton"."""
    words = page.words
    start = words.ends[index - 1]
    gap = page.text[start : words.starts[index]]
    if gap in {" ", "-", "", " & ", "&", "' "}:
        return True
    first = words.texts[index - 1]
    initial = len(first) == 1
    return (gap == ". " and (initial or first in ABBREVIATIONS)) or (gap == "." and initial)
