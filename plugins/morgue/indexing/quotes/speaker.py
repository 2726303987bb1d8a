"""Which words may be a speaker's: a name, or the noun of an office, an institution or a report."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from morgue.indexing.quotes.scene import Scene
from morgue.indexing.vocabulary import GIVEN_NAMES
from morgue.indexing.words import Word


def names_a_speaker(scene: Scene, phrase: Sequence[Word]) -> bool:
    """Say whether a phrase without a known name is somebody's; creatures and states of affairs do not speak."""
    head = list(_head(scene, phrase))
    if any(scene.lists.is_speaker(word.text) for word in head):
        return True
    names = [word for word in head if _may_be_name(scene, word)]
    if len(head) == 1:
        return bool(names)
    # One word of "White House" may be anything, the two are a name; "the French" are none.
    joined = any(first in names and second in names for first, second in pairwise(head))
    return joined or any(word.text.lower() not in scene.lists.neutral for word in names)


def _head(scene: Scene, phrase: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a phrase behind its last possessive, up to a preposition."""
    first = max((place + 1 for place, word in enumerate(phrase) if word.text == "'s"), default=0)
    for word in phrase[first:]:
        if word.text.lower() in scene.lists.prepositions:
            return
        yield word


def _may_be_name(scene: Scene, word: Word) -> bool:
    """Say whether a word's capital is a name's: it stands inside a sentence, or so elsewhere on the page."""
    if not word.capitalised or word.text.lower() in scene.lists.openers:
        return False
    if word.text in GIVEN_NAMES or (len(word.text) > 1 and word.text.isupper()):
        return True
    if scene.lists.nouns_capitalised:
        return False
    return word.start not in scene.page.sentence_starts or word.text in scene.page.names_inside
