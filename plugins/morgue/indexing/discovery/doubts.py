"""What is no name after all, however much it looks like one to the tagger: precision before recall."""

from collections.abc import Iterable

from morgue.indexing.discovery.tagger import Tagged, the_lists
from morgue.indexing.page import Page

_LEAST_HEAD = 0.995
"""How sure the tagger must be of a head word alone: "the Guild" may be any."""


_BESIDE = 4
"""Words behind a name that may make a thing of it."""


def is_doubtful(page: Page, name: Tagged) -> bool:
    """Say whether something speaks against a name: a dateline, a headline's capitals, small letters elsewhere."""
    texts, starts = page.words.texts, page.words.starts
    if _is_dateline(page, starts[name.first], page.words.ends[name.last - 1]):
        return True
    own = [index for index in range(name.first, name.last) if texts[index][0].isupper()]
    last, lists = texts[own[-1]], the_lists()
    if last.lower() in lists.place_behind:
        return True
    if name.kind == "person":
        if all(len(texts[index]) == 1 for index in own):
            return True  # "S.D."
        if len(own) == 1:
            return last.lower() in lists.nobody or _has_article(page, name.first)
        return texts[own[0]].lower() in lists.place_before
    return all(starts[index] in page.headline_words or texts[index].lower() in page.small_words for index in own) or (
        name.chance < _LEAST_HEAD and _is_head(last) and " " not in spelled(page, name)
    )


def names_of_things(page: Page, names: Iterable[Tagged]) -> set[str]:
    """Return the names that instruments and places bear ("James Webb Space Telescope"), and acronyms of things.

    An acronym behind a name without an organisation's head explains a thing ("Machine Readable Catalogue (MARC)").
    """
    texts, lists = page.words.texts, the_lists()
    things: set[str] = set()
    for name in names:
        for at in range(name.first + 1, _behind(page, name.last)):
            if texts[at].lower() in lists.place_behind:
                things.add(page.text[page.words.starts[name.first] : page.words.ends[at - 1]])
                break
        if texts[name.first].isupper():
            things |= _explained(page, name)
    return things


def _behind(page: Page, index: int) -> int:
    """Return where the capitalised words end that follow close upon each other from one on, a few at the most."""
    words, last = page.words, index
    while last < min(len(words), index + _BESIDE) and words.texts[last][0].isupper():
        if page.text[words.ends[last - 1] : words.starts[last]] != " ":
            break
        last += 1
    return last


def _explained(page: Page, name: Tagged) -> set[str]:
    """Return an acronym in brackets, and the words before it that it stands for, where none of them is a head."""
    acronym, first = spelled(page, name), name.first - len(spelled(page, name))
    if first < 0 or not acronym.isupper() or page.gap(page.words[name.first - 1], page.words[name.first]) != " (":
        return set()
    words = page.words[first : name.first]
    if "".join(word.text[0] for word in words) != acronym or any(_is_head(word.text) for word in words):
        return set()
    return {acronym, page.text[words[0].start : words[-1].end]}


def initials_of(page: Page, name: Tagged) -> str:
    """Return the first letters of a name's capitalised words."""
    return "".join(text[0] for text in page.words.texts[name.first : name.last] if text[0].isupper())


def spelled(page: Page, name: Tagged) -> str:
    """Return a name as it stands on its page."""
    return page.text[page.words.starts[name.first] : page.words.ends[name.last - 1]]


def _has_article(page: Page, index: int) -> bool:
    """Say whether "the" stands before a word: "the Russell index" is no person."""
    words = page.words
    return index > 0 and words.texts[index - 1].lower() == "the" and page.gap(words[index - 1], words[index]) == " "


def _is_head(word: str) -> bool:
    return not {"H", "h"}.isdisjoint(the_lists().kind(word))


def _is_dateline(page: Page, start: int, end: int) -> bool:
    """Say whether words in capitals open a line, as the place does from which a report comes."""
    if start and page.text[start - 1] != "\n":
        return False
    behind = page.text[end : end + 3].lstrip()
    return page.text[start:end].isupper() and behind[:1] in {",", "(", "-", "–", "—"}
