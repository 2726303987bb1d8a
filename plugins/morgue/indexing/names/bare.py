"""Surnames alone of nobody whom the page names in full: what the tagger saw once stands for every place of it."""

from collections.abc import Iterable, Iterator

from morgue.indexing.discovery.found import Found
from morgue.indexing.names.places import Place
from morgue.indexing.names.surnames import Surnames
from morgue.indexing.page import Page
from morgue.indexing.words import Word

BARE = "bare"
"""The rule by which the tagger finds them. Whose they are only the whole archive can tell (``collation``)."""


def is_bare(span: object) -> bool:
    """Say whether a span of a page is a surname that the tagger saw alone."""
    return isinstance(span, Place) and span.found.rule == BARE


def bare_surnames(
    page: Page, named: Iterable[object], surnames: Surnames, covered: bytearray
) -> Iterator[tuple[Word, Found]]:
    """Yield their other places, outside the covered characters; ``surnames`` are those of who is named in full."""
    seen = {span.found.name: span.found for span in named if isinstance(span, Place) and is_bare(span)}
    alone = Surnames()
    for name in seen:
        if not surnames.knows(name):
            alone.add(name, [name], -1)
    for word, name in alone.alone(page, covered):
        yield word, seen[name]
