"""Her claim that “…”. The minister's remark: “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import read_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.words import Word

_ADJECTIVES = 2
"""Words between whose remark it is and what it is called: "her recent comment"."""

_REACH = 12
"""Words of the remark before its quote."""


def remark(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker in the possessor of the nearest remark to the left that is said to be what follows."""
    words = scene.left(quote)
    for place in range(len(words) - 1, max(len(words) - _REACH, 0), -1):
        if words[place].text in scene.lists.remarks and _tells(scene, words, place, quote):
            subject = _possessor(scene, words[:place])
            return Attribution(subject, words[place].text, 0.75) if subject else None
    return None


def _tells(scene: Scene, words: Sequence[Word], place: int, quote: Quoted) -> bool:
    """Say whether a conjunction or a colon follows upon the word for the remark."""
    if place + 1 == len(words):
        return ":" in scene.page.text[words[place].end : quote.open]
    return words[place + 1].text in scene.lists.conjunctions


def _possessor(scene: Scene, words: Sequence[Word]) -> Subject | None:
    for last in range(len(words) - 1, max(len(words) - _ADJECTIVES, 0) - 2, -1):
        if last >= 0 and words[last].text.lower() in scene.lists.possessives:
            return Subject(words[last].start, words[last].end, pronoun=True)
        if last > 0 and words[last].text == "'s":
            first = last - 1
            while first > 0 and words[first - 1].capitalised and not scene.parted(words[first - 1], words[first]):
                first -= 1
            return read_subject(scene, words[first:last], at_end=True)
    return None
