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
    page: Page,
    stretches: Sequence[tuple[int, int]],
    small: Sequence[Sequence[str]],
    kinds: Sequence[Sequence[str]],
    lists: Lists,
) -> Mapping[str, int]:
    """Return for each capitalised word in stretches what is said of it anywhere on the page.

    ``small`` are the words of each stretch and those beside it in small letters, ``kinds`` what kinds they are of.
    """
    found: dict[str, int] = defaultdict(int)
    initials: set[str] = set()
    for (first, last), lowered, own in zip(stretches, small, kinds, strict=True):
        _note_ends(page.words.texts[first:last], lowered, own, found, lists)
        told = lowered[-1] in lists.speaking or lowered[0] in lists.verbs
        letters = _note_words(page, first, own, found, _SAID if told else 0)
        if 1 < last - first <= _LONGEST_SPELLED_OUT:
            initials.add(letters)
    for word in found:
        if word.lower() in page.small_words:
            found[word] |= _SMALL
        if word in initials and len(word) > 1:
            found[word] |= _ACRONYM
    return found


def _note_words(page: Page, first: int, kinds: Sequence[str], found: dict[str, int], shared: int) -> str:
    """Note what a stretch says of its capitalised words, beside what it says of all; return their first letters."""
    texts, starts, begins = page.words.texts, page.words.starts, page.sentence_starts
    last = first + len(kinds) - 2
    head = last - 1 if last - first > 1 and "H" in kinds[-2] else first
    letters = ""
    for index in range(first, last):
        text = texts[index]
        if not text[0].isupper():
            continue
        letters += text[0]
        own = found[text] | shared
        own |= _MANY if own & _ONCE else _ONCE
        if starts[index] not in begins:
            own |= _IN
        if index > first:
            before = kinds[index - first]
            if "G" in before:
                own |= _GIVEN
            if "T" in before:
                own |= _TITLE
        if index < head:
            own |= _HEAD
        found[text] = own
    return letters


def _note_ends(
    words: Sequence[str], small: Sequence[str], kinds: Sequence[str], found: dict[str, int], lists: Lists
) -> None:
    """Note what the words beside a stretch say of its first and its last word."""
    own = _FIRST if len(words) > 1 else _ALONE
    if len(words) > 1:
        found[words[-1]] |= _LAST
    if small[-1] == "'s":
        found[words[-1]] |= _OWNER
    if small[0] in lists.where:
        own |= _WHERE
    elif small[0] == "the":
        own |= _THE
    elif "T" in kinds[0]:
        own |= _TITLE
    found[words[0]] |= own
