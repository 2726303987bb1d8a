"""Whom "the minister" stands for: the one person whom the page has called so."""

from collections.abc import Iterator

from morgue.indexing.quotes.phrase import small
from morgue.indexing.quotes.scene import Named, Scene, Subject

_OFFICE = 4
"""Words of an office beside a name: "French Foreign Minister Briand", "Briand, the foreign minister"."""


def bearer(scene: Scene, subject: Subject) -> Named | None:
    """Return the only person named before whose office has all the words of a subject that is an office alone."""
    words = scene.page.words_in(subject.start, subject.end)
    office = {small(word) for word in words} - scene.lists.determiners
    if not 0 < len(office) <= _OFFICE or not any(map(scene.lists.is_title, office)):
        return None
    bearers = {
        named.actor: named
        for named in scene.mentions(0, subject.start)
        if named.person and office.issubset(_beside(scene, named))
    }
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _beside(scene: Scene, named: Named) -> Iterator[str]:
    """Yield the words that may be a person's office: right before the name, and behind a comma after it."""
    page, words = scene.page, scene.page.words
    first, last = page.index_at(named.start), page.index_at(named.end) - 1
    for at in range(first - 1, max(first - _OFFICE, 0) - 1, -1):
        if page.text[words.ends[at] : words.starts[at + 1]] != " ":
            break
        yield words.texts[at].lower()
    for at in range(last + 1, min(last + 2 + _OFFICE, len(words))):
        if page.text[words.ends[at - 1] : words.starts[at]] != (", " if at == last + 1 else " "):
            break
        yield words.texts[at].lower()
