"""Runs of capitalised words: where names may be."""

from collections.abc import Iterator

from morgue.indexing.page import Page, Word
from morgue.indexing.vocabulary import ABBREVIATIONS

_LONGEST = 12
"""Words of the longest run: a longer one is a headline or a menu, and no name."""


def runs(page: Page, inner: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield [first, last) indexes of words: capitalised ones, and small ones of ``inner`` between them."""
    words, behind = page.words, 0
    for index in page.capitals:
        if index < behind:
            continue
        last, ahead = index + 1, index + 1
        while ahead < len(words) and _joined(page, words[ahead - 1], words[ahead]):
            if words[ahead].capitalised:
                last = ahead + 1
            elif words[ahead].text.lower() not in inner:
                break
            ahead += 1
        if last - index <= _LONGEST:
            yield index, last
        behind = last


def _joined(page: Page, first: Word, second: Word) -> bool:
    """Say whether two words may belong to one name: "J. Edgar", "U.S. Army", "Marie-Louise", "d'Arc"."""
    gap = page.gap(first, second)
    initial = len(first.text) == 1
    stopped = initial or first.text in ABBREVIATIONS
    return gap in (" ", "-", "") or (gap == ". " and stopped) or (gap == "." and initial)
