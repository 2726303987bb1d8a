"""The headline of a page: what its readers see, without the outlet's name that pages put around it."""

from collections.abc import Iterable, Sequence
from html import unescape

from morgue.extraction.charset import normalise
from morgue.extraction.metadata.days import is_year
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.lines import is_small, text_of
from morgue.extraction.metadata.outlets import SEPARATOR, key_of, of_window, without_outlet
from morgue.letters import words_of

_ALIKE = 0.4
"""Of the words of the shorter of two titles, which the other has too: one is written for readers, one for machines."""

_LEAST = 0.2
"""Of the words of the longer one: a section's name is a word of many titles."""

_LONGEST = 50
_MOST = 2000
"""Words and characters of a headline at most: a longer one is a paragraph that is set as a heading."""

_PART = 3
"""Words from which a part of a window's title may be the headline: an outlet's name has fewer, or stands behind."""


def plain(text: str | None) -> str:
    """Return a text as one line; some pages escape it once too often, or twice."""
    return " ".join(normalise(unescape(unescape((text or "")[:_MOST]))).split())


def headline_of(evidence: Evidence, stated: Sequence[str], outlets: Iterable[str], host: str) -> tuple[str, int | None]:
    """Return a page's headline, and the number of the element that shows it.

    ``stated`` are the titles that the page gives to machines, best first; ``outlets`` the names by which the outlet
    goes. The heading that readers see comes first: titles for machines are cut, or written for search engines. It is
    a first-order heading with the words of another title, else a lower one that is such a title.
    """
    keys, window = {key_of(outlet) for outlet in outlets} - {""}, plain(evidence.head.window)
    known = [title for title in (*map(plain, stated), window) if title]
    bare = [without_outlet(title, keys, host) for title in known]
    likeness, headline, shown = _likest(evidence, bare, keys)
    if headline is not None and likeness >= _ALIKE:
        return _undated(shown, bare), headline
    wanted = {key_of(title) for title in (*known, *bare)} - keys - {""}
    for number in evidence.subheadings:
        text = _shown(evidence, number)
        if key_of(text) in wanted:
            return text, number
    if headline is not None and len(known) == bool(window):
        return shown, headline
    title = bare[0] if len(known) > bool(window) else of_window(window, keys, host)
    parts = [part for part in SEPARATOR.split(title) if len(part.split()) >= _PART]
    places = ((part, place) for part in (title, *parts) if (place := _place_of(evidence, part)) is not None)
    return next(places, (title, headline))


def _likest(evidence: Evidence, titles: Sequence[str], outlets: set[str]) -> tuple[float, int | None, str]:
    """Return the heading of the first order that has most of the words of a title, and how much of them."""
    best: tuple[float, int | None, str] = (0.0, None, "")
    wanted = [frozenset(words_of(title)) for title in titles]
    for number in evidence.headings:
        text = _shown(evidence, number)
        words = frozenset(words_of(text))
        if words and key_of(text) not in outlets:
            likeness = max((_likeness(words, title) for title in wanted), default=0.0)
            if best[1] is None or likeness > best[0]:
                best = likeness, number, text
    return best


def _shown(evidence: Evidence, number: int) -> str:
    return plain(text_of(evidence.page.nodes[number].element)) if is_small(evidence.page, number, _LONGEST) else ""


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return what two titles have in common, of the shorter; of two like ones the longer is a little better."""
    shared, (shorter, longer) = len(one & other), sorted((len(one), len(other)))
    return shared / shorter + shared / 1000 if shared and shared >= _LEAST * longer else 0.0


def _undated(shown: str, stated: Sequence[str]) -> str:
    """Return a heading without the date that a template set into it, where the stated title stands in it."""
    for title in stated:
        if len(title) < len(shown) and title in shown and any(map(is_year, words_of(shown.replace(title, " ")))):
            return title
    return shown


def _place_of(evidence: Evidence, title: str) -> int | None:
    """Return the number of the element that says a title and nothing else, if there is one."""
    words, page = list(words_of(title))[:_LONGEST], evidence.page
    for start, word in enumerate(page.words) if words else ():
        if word == words[0] and page.words[start : start + len(words)] == words:
            number = page.around(start, start + len(words))
            if page.nodes[number].end - page.nodes[number].start == len(words):
                return number
    return None
