"""Unknown organisations: names built on a head word ("Ministry of …", "… Agency"), with their acronyms."""

import re
from collections.abc import Iterator, Sequence

from morgue.indexing.discovery.found import Found, without_form
from morgue.indexing.discovery.runs import runs
from morgue.indexing.page import Page
from morgue.indexing.words import Word

_ACRONYM = re.compile(r"\s\((?P<acronym>[^\W\d_]{2,8})\)")


def find_organisations(page: Page, actors: bytearray) -> list[Found]:
    """Return the organisations that a page names in full; ``actors`` covers the known ones, which none joins."""
    found: dict[str, Found] = {}
    lists = page.vocabulary
    for first, last in runs(page, lists.connectors):
        if lists.heads.isdisjoint(map(str.lower, page.words.texts[first:last])):
            continue
        for part in _parts(page, page.words[first:last], actors):
            acronym = _acronym(page, part)
            if acronym:
                words, short = acronym
                name = page.text[words[0].start : words[-1].end]
                found[name] = Found(name, "organisation", (name, short), "acronym", 0.9)
                continue
            words = _headed(page, part)
            if words and words[0].start not in page.headline_words:
                name = page.text[words[0].start : words[-1].end]
                plain = without_form(name)
                found.setdefault(plain, Found(plain, "organisation", tuple({name: 0, plain: 0}), "head", 0.7))
    return [found[name] for name in sorted(found)]


def _parts(page: Page, words: Sequence[Word], actors: bytearray) -> Iterator[list[Word]]:
    """Yield the names in a run: parted by offices, by an "and" between two names, and beside known actors."""
    begun = 0
    for place, word in enumerate(words):
        if page.vocabulary.is_title(word.text) or _parts_names(page, words, place, actors):
            yield from _trimmed(page, words[begun:place])
            begun = place + 1
    yield from _trimmed(page, words[begun:])


def _parts_names(page: Page, words: Sequence[Word], place: int, actors: bytearray) -> bool:
    """Say whether a small word stands between two names: not in "Trade and Industry", but in "NATO and the Union"."""
    lists = page.vocabulary
    if words[place].capitalised or place == 0:
        return False
    before, behind = words[place - 1], words[place + 1]
    beside_actor = bool(actors[before.start])
    chained = not behind.capitalised  # "of the", "and of the"
    if chained:
        capital = next(word for word in words[place:] if word.capitalised)
        beside_actor = beside_actor or bool(actors[capital.start])
    if words[place].text not in lists.joining:
        return chained and beside_actor
    acronym = any(len(word.text) > 1 and word.text.isupper() for word in (before, behind))
    return chained or acronym or beside_actor or bool(actors[behind.start]) or before.text.lower() in lists.heads_last


def _trimmed(page: Page, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield a part without the articles and prepositions that begin it, or nothing where no two words are left."""
    outside = page.vocabulary.opening
    first = next((place for place, word in enumerate(words) if word.text.lower() not in outside), len(words))
    if first + 1 < len(words):
        yield list(words[first:])


def _acronym(page: Page, words: list[Word]) -> tuple[list[Word], str] | None:
    """Return the words with a head whose initials stand in brackets behind them, and those initials."""
    match = _ACRONYM.match(page.text, words[-1].end)
    if match is None or not match["acronym"].isupper():
        return None
    acronym, first = match["acronym"], len(words)
    for letter in reversed(acronym):
        first -= 1
        while first >= 0 and words[first].text[0] != letter and words[first].text.lower() in page.vocabulary.connectors:
            first -= 1
        if first < 0 or words[first].text[0].upper() != letter:
            return None
    headed = any(word.text.lower() in page.vocabulary.heads for word in words[first:])
    return (words[first:], acronym) if headed and len(words) - first > 1 else None


def _headed(page: Page, words: list[Word]) -> list[Word]:
    """Return the words up to the last head ("… Agency", "… Agency of …"), or from the first ("Ministry of …")."""
    lists, own = page.vocabulary, [word for word in words if word.capitalised]
    if len(own) < 2 or any(word.text.isupper() and len(word.text) > 5 for word in own):
        return []
    for place in range(len(words) - 1, 0, -1):
        if words[place].text.lower() not in lists.heads_last or not words[place].capitalised:
            continue
        start = _start(page, words, place)
        spelled = [word.text.lower() for word in words[start : place + 1] if word.capitalised]
        common = all(word in page.small_words for word in spelled)
        if common or page.gap(words[place - 1], words[place]) == "-":
            return []  # a topic ("customer service"), or a compound ("After-Party")
        goes_on = place + 1 < len(words) and not words[place + 1].capitalised
        return words[start:] if goes_on else words[start : place + 1]
    for place, word in enumerate(words[:-2]):
        if word.text.lower() in lists.heads_first and words[place + 1].text.lower() in lists.connectors - lists.joining:
            return words[place:]
    return []


def _start(page: Page, words: list[Word], head: int) -> int:
    """Return where the name of a head begins: behind a preposition, unless a first head stands before that."""
    lists = page.vocabulary
    for place in range(head - 1, 0, -1):
        small = words[place].text.lower()
        if small in lists.prepositions and words[place - 1].text.lower() not in lists.heads_first:
            return place + 1
    return 0
