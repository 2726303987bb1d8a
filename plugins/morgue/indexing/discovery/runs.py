"""Runs of capitalised words: where names may be."""

from collections.abc import Iterator

from morgue.indexing.page import Page
from morgue.indexing.vocabulary import ABBREVIATIONS

_LONGEST = 12
"""Words of the longest run: a longer one is a headline or a menu, and no name. One word alone is no name either."""


def runs(page: Page, inner: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield [first, last) indexes of words: capitalised ones, and small ones of ``inner`` between them, two or more."""
    texts, capitals, behind = page.words.texts, frozenset(page.capitals), 0
    for index in page.capitals:
        if index < behind:
            continue
        last, ahead = index + 1, index + 1
        while ahead < len(texts):
            capitalised = ahead in capitals
            if not (capitalised or texts[ahead].lower() in inner) or not _joined(page, ahead):
                break
            ahead += 1
            if capitalised:
                last = ahead
        if 1 < last - index <= _LONGEST:
            yield index, last
        behind = last


def _joined(page: Page, index: int) -> bool:
    """Say whether a word may belong to one name with that before it: "J. Edgar", "U.S. Army", "d'Arc"."""
    words = page.words
    gap, first = page.text[words.ends[index - 1] : words.starts[index]], words.texts[index - 1]
    initial = len(first) == 1
    stopped = initial or first in ABBREVIATIONS
    return gap in (" ", "-", "") or (gap == ". " and stopped) or (gap == "." and initial)
