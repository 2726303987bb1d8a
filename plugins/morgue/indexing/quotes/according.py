"""According to the ministry, “…”; “…,” according to the ministry."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import small
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.indexing.quotes.subject import subject_after
from morgue.indexing.vocabulary import Vocabulary
from morgue.indexing.words import Word


def according(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker behind a preposition that names a source, right behind the quote or before it."""
    right = scene.right(quote)
    if right and not scene.page.text[quote.close : right[0].start].strip(" ,–—-"):
        said = source_at(scene, right, 0)
        if said:
            return said
    left = scene.left(quote)
    named = (source_at(scene, left, place) for place, word in enumerate(left) if word.text in scene.lists.telling)
    return next(filter(None, named), None)


def names_source(lists: Vocabulary, texts: Sequence[str], at: int) -> bool:
    """Say whether words that name a source begin at one: "in" alone stands in nearly every sentence."""
    named = lists.naming.get(texts[at].lower(), ())
    return any(tuple(map(str.lower, texts[at : at + len(parts)])) == parts for parts in named)


def source_at(scene: Scene, words: Sequence[Word], place: int) -> Attribution | None:
    """Return the source that is named from a word on: "according to the ministry"."""
    for parts in scene.lists.naming.get(small(words[place]), ()):
        if tuple(map(small, words[place : place + len(parts)])) == parts:
            subject = subject_after(scene, words, place + len(parts) - 1)
            if subject:
                return Attribution(subject, " ".join(parts).replace("' ", "'"), 0.85)
    return None
