"""How a page uses each of its capitalised words, wherever it stands: what a title, a verb or an "in" beside it says."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.page import Page

USES = (
    *("alone", "first", "last", "head", "in", "once", "many", "small", "acro"),
    *("said", "title", "given", "loc", "the", "'s"),
)
"""Uses, each of which is a bit of a number."""
_ALONE, _FIRST, _LAST, _HEAD, _IN, _ONCE, _MANY, _SMALL, _ACRONYM, _SAID, _TITLE, _GIVEN, _WHERE, _THE, _OWNER = (
    1 << bit for bit in range(len(USES))
)

_LONGEST_SPELLED_OUT = 8
"""Words of a name that an acronym stands for."""


def uses(
    page: Page, stretches: Sequence[tuple[int, int]], kinds: Sequence[Sequence[str]], lists: Lists
) -> Mapping[str, int]:
    """Return for each capitalised word in stretches what is said of it anywhere on the page.

    ``kinds`` are those of the words of each stretch.
    """
    found: dict[str, int] = defaultdict(int)
    initials: set[str] = set()
    for (first, last), own in zip(stretches, kinds, strict=True):
        _note_ends(page, first, last, found, lists)
        letters = _note_words(page, first, own, found, lists)
        if 1 < last - first <= _LONGEST_SPELLED_OUT:
            initials.add(letters)
    for word in found:
        if word.lower() in page.small_words:
            found[word] |= _SMALL
        if word in initials and len(word) > 1:
            found[word] |= _ACRONYM
    return found


def _note_words(page: Page, first: int, kinds: Sequence[str], found: dict[str, int], lists: Lists) -> str:
    """Note what a stretch and the verbs beside it say of its capitalised words; return their first letters."""
    texts, starts, begins = page.words.texts, page.words.starts, page.sentence_starts
    last = first + len(kinds)
    told = (last < len(texts) and texts[last].lower() in lists.speaking) or (
        first > 0 and texts[first - 1].lower() in lists.verbs
    )
    head = last - 1 if len(kinds) > 1 and "H" in kinds[-1] else first
    shared, letters, before = _SAID if told else 0, "", ""
    for index, kind in enumerate(kinds, first):
        text = texts[index]
        if text[0].isupper():
            letters += text[0]
            own = found[text] | shared
            own |= _MANY if own & _ONCE else _ONCE
            if starts[index] not in begins:
                own |= _IN
            if "G" in before:
                own |= _GIVEN
            if "T" in before:
                own |= _TITLE
            if index < head:
                own |= _HEAD
            found[text] = own
        before = kind
    return letters


def _note_ends(page: Page, first: int, last: int, found: dict[str, int], lists: Lists) -> None:
    """Note what the words beside a stretch say of its first and its last word."""
    texts = page.words.texts
    if last - first > 1:
        found[texts[last - 1]] |= _LAST
        own = _FIRST
    else:
        own = _ALONE
    if last < len(texts) and texts[last] == "'s":
        found[texts[last - 1]] |= _OWNER
    before = texts[first - 1].lower() if first else ""
    if before in lists.where:
        own |= _WHERE
    elif before == "the":
        own |= _THE
    elif before and "T" in lists.kind(before):
        own |= _TITLE
    found[texts[first]] |= own
