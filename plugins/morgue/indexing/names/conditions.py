"""Names that count only where the text decides whose they are: beside another name."""

from collections.abc import Iterable

from morgue.authority.alias import Alias
from morgue.authority.entries import Actor
from morgue.indexing.names.inflection import forms
from morgue.indexing.page import Page, fold, primary, whole


def deciding(actor: Actor, alias: Alias, language: str) -> tuple[str, ...]:
    """Return the names, in every case and folded, of which one must stand in the text for an alias to count."""
    names = [(language, name) for name in alias.beside] + [(primary(tongue), name) for tongue, name in actor.telling]
    return tuple(dict.fromkeys(fold(form) for tongue, name in names for form in forms(name, tongue)))


def decided(names: Iterable[str], pages: Iterable[Page]) -> bool:
    """Say whether one of the names stands on one of the pages."""
    pages = tuple(pages)
    return any(_stands(name, page) for name in names for page in pages)


def _stands(name: str, page: Page) -> bool:
    start = page.text.find(name)
    while start >= 0 and not whole(page, start, start + len(name)):
        start = page.text.find(name, start + 1)
    return start >= 0
