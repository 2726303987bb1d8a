"""Speech verbs in a run of words."""

from collections.abc import Iterator, Sequence

from morgue.indexing.quotes.scene import Scene, Subject
from morgue.indexing.quotes.subject import subject_after, subject_before
from morgue.indexing.words import Word


def speech_verbs(scene: Scene, words: Sequence[Word]) -> Iterator[int]:
    """Yield where a speech verb stands, in order; a capital makes it a name or a headline's word."""
    lists = scene.lists
    for place, word in enumerate(words):
        if word.text in lists.cues and (word.text not in lists.phrases or _phrase(scene, words, place)):
            yield place


def _phrase(scene: Scene, words: Sequence[Word], place: int) -> bool:
    """Say whether a word speaks with the one behind it: "put it", "went on"."""
    return place + 1 < len(words) and words[place + 1].text in scene.lists.phrases[words[place].text]


def subject_of(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return a speech verb's subject, before it or, if the verb may be turned round, behind it."""
    subject = subject_before(scene, words, cue)
    if subject is None and words[cue].text in scene.lists.verbs:
        return subject_after(scene, words, cue)
    return subject
