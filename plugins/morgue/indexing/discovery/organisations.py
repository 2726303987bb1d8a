"""Unknown organisations: names built on a head word ("Ministry of …", "… Agency"), and acronyms that are explained."""

import re

from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.runs import runs
from morgue.indexing.page import Page, Word
from morgue.indexing.vocabulary import Vocabulary

_ACRONYM = re.compile(r"\s\((?P<acronym>[^\W\d_]{2,8})\)")


def find_organisations(page: Page) -> list[Found]:
    """Return the organisations that a page names in full."""
    found: dict[str, Found] = {}
    for first, last in runs(page, page.vocabulary.connectors):
        words = list(page.words[first:last])
        if words[0].start in page.sentence_starts or words[0].text in ("The", "Der", "Die", "Das", "La", "Le", "El"):
            words = words[1:] if words[0].text.lower() in page.vocabulary.openers else words
        acronym = _acronym(page, words)
        if acronym:
            words, short = acronym
            name = page.text[words[0].start : words[-1].end]
            found[name] = Found(name, "organisation", (name, short), "acronym", 0.9)
            continue
        words = _headed(page, words)
        if words:
            name = page.text[words[0].start : words[-1].end]
            found.setdefault(name, Found(name, "organisation", (name,), "head", 0.7))
    return [found[name] for name in sorted(found)]


def _acronym(page: Page, words: list[Word]) -> tuple[list[Word], str] | None:
    """Return the words whose initials stand in brackets behind them, and those initials."""
    if not words:
        return None
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
    return (words[first:], acronym) if len(words) - first > 1 else None


def _ends_before(words: list[Word], at: int, lists: Vocabulary) -> bool:
    """Say whether another name ends here: a title, or an acronym to which "and" joins the organisation."""
    acronym = len(words[at].text) > 1 and words[at].text.isupper()
    return lists.is_title(words[at].text) or (acronym and words[at + 1].text in lists.joining)


def _headed(page: Page, words: list[Word]) -> list[Word]:
    """Return the words up to the last head ("… Agency"), or from the first ("Ministry of …"); else nothing."""
    lists, own = page.vocabulary, [word for word in words if word.capitalised]
    if len(own) < 2 or any(word.text.isupper() and len(word.text) > 5 for word in own):
        return []
    for place in range(len(words) - 1, 0, -1):
        if words[place].text.lower() in lists.heads_last and words[place].capitalised:
            start = next((at + 1 for at in range(place - 1, -1, -1) if _ends_before(words, at, lists)), 0)
            while start < place and not words[start].capitalised:
                start += 1
            return words[start : place + 1] if place - start >= 1 else []
    for place, word in enumerate(words[:-2]):
        if word.text.lower() in lists.heads_first and words[place + 1].text.lower() in lists.connectors:
            return words[place:]
    return []
