"""Whom "he" or "she" stands for."""

from morgue.indexing.quotes.scene import Named, Scene, Subject

_SENTENCES_BACK = 5
"""How far back a pronoun looks for its person."""

_OFFICE = 12
"""Words of an office that may stand between a preposition and its person."""


def antecedent(scene: Scene, subject: Subject) -> Named | None:
    """Return the last person before a pronoun who is named as a subject: first in a sentence, without a preposition."""
    own = scene.sentence(subject.start)
    for index in range(own, max(own - _SENTENCES_BACK, -1), -1):
        start, end = scene.page.sentences[index]
        for named in scene.mentions(start, min(end, subject.start)):
            if named.person and not _governed(scene, named, start):
                return named
    return None


def _governed(scene: Scene, named: Named, sentence: int) -> bool:
    """Say whether a preposition or a possessive makes the person something else than a subject, or a quote holds it."""
    page = scene.page
    if page.text[named.end - 1] == "0" or page.text[named.end : named.end + 2] == "'s":
        return True
    before = page.words[max(page.index_at(sentence), page.index_at(named.start) - _OFFICE) : page.index_at(named.start)]
    at = len(before)
    while at and (before[at - 1].capitalised and before[at - 1].text.lower() not in scene.lists.prepositions):
        at -= 1
    return at > 0 and before[at - 1].text.lower() in scene.lists.prepositions
