"""How a page uses each of its capitalised words, wherever it stands: what a title, a verb or an "in" beside it says."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.page import Page

_LONGEST_SPELLED_OUT = 8
"""Words of a name that an acronym stands for."""


def uses(page: Page, stretches: Iterable[tuple[int, int]], lists: Lists) -> Mapping[str, tuple[str, ...]]:
    """Return for each capitalised word in stretches what is said of it anywhere on the page, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    initials: set[str] = set()
    texts = page.words.texts
    for first, last in stretches:
        capitals = [index for index in range(first, last) if texts[index][0].isupper()]
        around = _around(page, first, last, lists)
        for index in capitals:
            counts[texts[index]] += 1
            found[texts[index]] |= around
            if page.words.starts[index] not in page.sentence_starts:
                found[texts[index]].add("in")
        _note_ends(page, first, last, found, lists)
        _note_inside(page, first, last, found, lists)
        if 1 < last - first <= _LONGEST_SPELLED_OUT:
            initials.add("".join(texts[index][0] for index in capitals))
    for word, said in found.items():
        if word.lower() in page.small_words:
            said.add("small")
        if counts[word] > 1:
            said.add("many")
        if word in initials and len(word) > 1:
            said.add("acro")
    return {word: tuple(sorted(said)) for word, said in found.items()}


def _around(page: Page, first: int, last: int, lists: Lists) -> set[str]:
    """Return what the words beside a stretch say of all that is in it."""
    texts = page.words.texts
    before = texts[first - 1].lower() if first else ""
    behind = texts[last].lower() if last < len(texts) else ""
    return {"said"} if behind in lists.speaking or before in lists.verbs else set()


def _note_ends(page: Page, first: int, last: int, found: dict[str, set[str]], lists: Lists) -> None:
    """Note what the words beside a stretch say of its first and its last word."""
    texts = page.words.texts
    before = texts[first - 1].lower() if first else ""
    opening, closing = found[texts[first]], found[texts[last - 1]]
    opening.add("first" if last - first > 1 else "alone")
    if last - first > 1:
        closing.add("last")
    if last < len(texts) and texts[last] == "'s":
        closing.add("'s")
    if before in lists.where:
        opening.add("loc")
    if before == "the":
        opening.add("the")
    if before and "T" in lists.kind(before):
        opening.add("title")


def _note_inside(page: Page, first: int, last: int, found: dict[str, set[str]], lists: Lists) -> None:
    """Note what the words of a stretch say of those behind them, and its last word of those before it."""
    texts = page.words.texts
    headed = "H" in lists.kind(texts[last - 1])
    for index in range(first, last):
        if not texts[index][0].isupper():
            continue
        if index > first:
            kind = lists.kind(texts[index - 1])
            if "G" in kind:
                found[texts[index]].add("given")
            if "T" in kind:
                found[texts[index]].add("title")
        if headed and index < last - 1:
            found[texts[index]].add("head")
