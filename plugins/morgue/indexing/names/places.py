"""Where discovered names stand on their page, each time they are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from morgue.indexing.discovery.found import Found
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.page import Page, whole


@dataclass(frozen=True, slots=True)
class Place:
    """A discovered name in the text."""

    start: int
    end: int
    found: Found


def places(page: Page, discovered: Iterable[Found]) -> list[Place]:
    """Return every place of the names in the text, in every case of its language."""
    automaton = ahocorasick.Automaton()
    for found in discovered:
        for spelling in found.spellings:
            for form in forms(spelling, page.language, declension_of(found.kind)):
                automaton.add_word(form, (len(form), found))
    if not len(automaton):
        return []
    automaton.make_automaton()
    return list(_whole_places(automaton, page))


def _whole_places(automaton: ahocorasick.Automaton, page: Page) -> Iterator[Place]:
    for last, (length, found) in automaton.iter(page.text):
        if whole(page, last - length + 1, last + 1):
            yield Place(last - length + 1, last + 1, found)
