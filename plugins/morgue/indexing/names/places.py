"""Where discovered names stand on their page, each time they are written."""

from collections.abc import Iterable
from dataclasses import dataclass

from morgue.indexing.discovery.found import Found
from morgue.indexing.names.inflection import declension_of, forms
from morgue.indexing.page import Page, whole
from morgue.indexing.strings import Strings


@dataclass(frozen=True, slots=True)
class Place:
    """A discovered name in the text."""

    start: int
    end: int
    found: Found


def places(page: Page, discovered: Iterable[Found]) -> list[Place]:
    """Return every place of the names in the text, in every case of its language."""
    names = {
        form: found
        for found in discovered
        for spelling in found.spellings
        for form in forms(spelling, page.language, declension_of(found.kind))
    }
    return [
        Place(first, behind, found)
        for first, behind, found in Strings(names).found(page.text)
        if whole(page, first, behind)
    ]
