"""Runs of capitalised words: where names may be."""

from collections.abc import Iterator

from morgue.indexing.page import Page, Word

_LONGEST = 12
"""Words of the longest run: a longer one is a headline or a menu, and no name."""


def runs(page: Page, inner: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield [first, last) indexes of words: capitalised ones, and small ones of ``inner`` between them."""
    words, index = page.words, 0
    while index < len(words):
        if not words[index].capitalised:
            index += 1
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
        index = last


def _joined(page: Page, first: Word, second: Word) -> bool:
    """Say whether two words may belong to one name: "J. Edgar", "Marie-Louise", "d'Arc"."""
    gap = page.gap(first, second)
    return (
        gap in (" ", "-", "") or (gap == ". " and len(first.text) == 1) or (gap == ". " and first.text in _SHORT_TITLES)
    )


_SHORT_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "St"})
"""Titles that are written with a stop."""
