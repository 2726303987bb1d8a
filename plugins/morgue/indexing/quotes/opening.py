"""The subject of a sentence whose verb is none of speech: the ministry closed the bridge, calling it “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import read_subject, small
from morgue.indexing.quotes.scene import Scene, Subject
from morgue.indexing.words import Word

_ADJECTIVES = 4
"""Words between an article and its noun: "the newly elected city council"."""


def sentence_subject(scene: Scene, words: Sequence[Word]) -> Subject | None:
    """Return the noun phrase that opens a sentence, or else the first person named without a preposition."""
    if not words:
        return None
    return _opening(scene, words) or _first_person(scene, words)


def _opening(scene: Scene, words: Sequence[Word]) -> Subject | None:
    """Return the phrase at the beginning: capitals alone, or an article and the noun of somebody who speaks."""
    lists, end = scene.lists, 1
    if small(words[0]) in lists.determiners:
        nouns = (at for at in range(1, min(_ADJECTIVES, len(words))) if lists.is_speaker(words[at].text))
        end = next(nouns, -1) + 1
    elif (
        small(words[0]) in lists.openers or small(words[0]) in lists.prepositions or small(words[0]) in lists.boundaries
    ):
        return None
    else:
        while end < len(words) and not scene.parted(words[end - 1], words[end]):
            if not words[end].capitalised and small(words[end]) not in lists.links:
                break
            end += 1
        while end > 1 and not words[end - 1].capitalised:
            end -= 1
    whose = end < len(words) and words[end].text == "'s"
    return read_subject(scene, words[:end], at_end=True) if end and not whose else None


def _first_person(scene: Scene, words: Sequence[Word]) -> Subject | None:
    mentions = {named.start: named for named in scene.mentions(words[0].start, words[-1].end)}
    for place, word in enumerate(words):
        named = mentions.get(word.start)
        if small(word) in scene.lists.pronouns:
            return Subject(word.start, word.end, pronoun=True)
        behind = scene.page.text[named.end : named.end + 2] if named else ""
        if named is None or not named.person or behind == "'s":
            continue
        if place == 0 or small(words[place - 1]) not in scene.lists.prepositions:
            return Subject(named.start, named.end, named.actor)
    return None
