"""According to the ministry, “…”; “…,” according to the ministry."""

from collections.abc import Sequence

from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.indexing.quotes.subject import subject_after
from morgue.indexing.words import Word


def according(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker behind a preposition that names a source, right behind the quote or before it."""
    right = scene.right(quote)
    if right and not scene.page.text[quote.close : right[0].start].strip(" ,–—-"):
        attribution = _source(scene, right, at_start=True)
        if attribution:
            return attribution
    return _source(scene, scene.left(quote), at_start=False)


def _source(scene: Scene, words: Sequence[Word], *, at_start: bool) -> Attribution | None:
    small = [word.text.lower() for word in words]
    for phrase in scene.lists.according:
        parts = phrase.replace("'", "' ").split()
        for place in range(1 if at_start else len(words)):
            if small[place : place + len(parts)] == parts:
                subject = subject_after(scene, words, place + len(parts) - 1)
                if subject:
                    return Attribution(subject, phrase, 0.85)
    return None
