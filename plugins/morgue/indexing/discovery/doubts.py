"""What is no name after all, however much it looks like one to the tagger: precision before recall."""

from collections.abc import Iterable

from morgue.indexing.discovery.tagger import Tagged, the_lists
from morgue.indexing.page import Page

_LEAST_HEAD = 0.995
"""How sure the tagger must be of a head word alone: "the Guild" may be any."""


def is_doubtful(page: Page, name: Tagged) -> bool:
    """Say whether something speaks against a name: a dateline, a headline's capitals, small letters elsewhere."""
    words = page.words[name.first : name.last]
    if _is_dateline(page, words[0].start, words[-1].end):
        return True
    own, lists = [word for word in words if word.capitalised], the_lists()
    last = own[-1].text.lower()
    if last in lists.place_behind:
        return True
    if name.kind == "person":
        if len(own) == 1:
            return last in lists.nobody or _has_article(page, name.first)
        return own[0].text.lower() in lists.place_before
    return all(word.start in page.headline_words or word.text.lower() in page.small_words for word in own) or (
        name.chance < _LEAST_HEAD and _is_head(own[-1].text) and " " not in spelled(page, name)
    )


def names_of_things(page: Page, names: Iterable[Tagged]) -> set[str]:
    """Return the names that instruments and places bear ("James Webb Space Telescope"), and of things explained.

    An acronym behind a name without an organisation's head explains a thing ("Machine Readable Catalogue (MARC)").
    """
    things: set[str] = set()
    for name in names:
        if name.kind == "person":
            if _bears_on(page, name.last):
                things.add(spelled(page, name))
        elif not any(map(_is_head, page.words.texts[name.first : name.last])):
            initials = initials_of(page, name)
            if page.text.startswith(f" ({initials})", page.words.ends[name.last - 1]):
                things |= {spelled(page, name), initials}
    return things


def initials_of(page: Page, name: Tagged) -> str:
    """Return the first letters of a name's capitalised words."""
    return "".join(text[0] for text in page.words.texts[name.first : name.last] if text[0].isupper())


def spelled(page: Page, name: Tagged) -> str:
    """Return a name as it stands on its page."""
    return page.text[page.words.starts[name.first] : page.words.ends[name.last - 1]]


def _bears_on(page: Page, index: int) -> bool:
    """Say whether the capitalised words from one on, just behind a name, make a thing or a place of it."""
    words = page.words
    while 0 < index < len(words) and words[index].capitalised and page.gap(words[index - 1], words[index]) == " ":
        if words.texts[index].lower() in the_lists().place_behind:
            return True
        index += 1
    return False


def _has_article(page: Page, index: int) -> bool:
    """Say whether "the" stands before a word: "the Russell index" is no person."""
    words = page.words
    return index > 0 and words.texts[index - 1].lower() == "the" and page.gap(words[index - 1], words[index]) == " "


def _is_head(word: str) -> bool:
    return not {"H", "h"}.isdisjoint(the_lists().kind(word))


def _is_dateline(page: Page, start: int, end: int) -> bool:
    """Say whether words in capitals open a line, as the place does from which a report comes."""
    opens = start == 0 or page.text[start - 1] == "\n"
    behind = page.text[end : end + 3].lstrip()
    return opens and page.text[start:end].isupper() and behind[:1] in {",", "(", "-", "–", "—"}
