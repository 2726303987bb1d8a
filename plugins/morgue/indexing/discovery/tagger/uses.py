"""How a page uses each of its capitalised words, wherever it stands: what a title, a verb or an "in" beside it says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.page import Page

_LONGEST_SPELLED_OUT = 8
"""Words of a name that an acronym stands for."""

_BEHIND = (("G", "given"), ("T", "title"))
"""What the kind of a word says of the one behind it."""


def uses(page: Page, stretches: Sequence[tuple[int, int]], lists: Lists) -> Mapping[str, tuple[str, ...]]:
    """Return for each capitalised word in stretches what is said of it anywhere on the page, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    initials: set[str] = set()
    for first, last in stretches:
        _note_ends(page, first, last, found, lists)
        letters = _note_words(page, first, last, found, lists)
        if 1 < last - first <= _LONGEST_SPELLED_OUT:
            initials.add(letters)
    for word, said in found.items():
        if word.lower() in page.small_words:
            said.add("small")
        if word in initials and len(word) > 1:
            said.add("acro")
    return {word: tuple(sorted(said)) for word, said in found.items()}


def _note_words(page: Page, first: int, last: int, found: dict[str, set[str]], lists: Lists) -> str:
    """Note what a stretch and the verbs beside it say of its capitalised words; return their first letters."""
    texts, starts, begins = page.words.texts, page.words.starts, page.sentence_starts
    behind = texts[last].lower() if last < len(texts) else ""
    told = behind in lists.speaking or (first > 0 and texts[first - 1].lower() in lists.verbs)
    head = last - 1 if last - first > 1 and "H" in lists.kind(texts[last - 1]) else first
    letters = ""
    for index in range(first, last):
        text = texts[index]
        if not text[0].isupper():
            continue
        letters += text[0]
        own = found[text]
        own.add("many" if "once" in own else "once")
        if told:
            own.add("said")
        if starts[index] not in begins:
            own.add("in")
        if index > first:
            kind = lists.kind(texts[index - 1])
            own.update(use for letter, use in _BEHIND if letter in kind)
        if index < head:
            own.add("head")
    return letters


def _note_ends(page: Page, first: int, last: int, found: dict[str, set[str]], lists: Lists) -> None:
    """Note what the words beside a stretch say of its first and its last word."""
    texts = page.words.texts
    before, opening, closing = texts[first - 1].lower() if first else "", found[texts[first]], found[texts[last - 1]]
    opening.add("first" if last - first > 1 else "alone")
    if last - first > 1:
        closing.add("last")
    if last < len(texts) and texts[last] == "'s":
        closing.add("'s")
    if before in lists.where:
        opening.add("loc")
    elif before == "the":
        opening.add("the")
    elif before and "T" in lists.kind(before):
        opening.add("title")
