"""Surnames alone of nobody whom the page names in full: what the tagger saw once stands for every place of it."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from morgue.indexing.discovery.found import BARE, Found
from morgue.indexing.names.places import Place
from morgue.indexing.names.surnames import Surnames
from morgue.indexing.page import Page
from morgue.indexing.words import Word


def is_bare(span: object) -> TypeGuard[Place]:
    """Say whether a span of a page is a surname that the tagger saw alone."""
    return isinstance(span, Place) and span.found.rule == BARE


def bare_surnames(
    page: Page, named: Iterable[object], surnames: Surnames, covered: bytearray
) -> Iterator[tuple[Word, Found]]:
    """Yield their other places, outside the covered characters; ``surnames`` are those of who is named in full."""
    seen = {span.found.name: span.found for span in named if is_bare(span)}
    alone = Surnames()
    for name in seen:
        if not surnames.knows(name):
            alone.add(name, [name], -1)
    for word, name in alone.alone(page, covered):
        yield word, seen[name]
