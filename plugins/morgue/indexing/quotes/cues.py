"""Speech verbs in a run of words."""

from collections.abc import Iterator, Sequence

from morgue.indexing.quotes.scene import Scene, Subject
from morgue.indexing.quotes.subject import subject_after, subject_before
from morgue.indexing.words import Word


def speech_verbs(scene: Scene, words: Sequence[Word]) -> Iterator[int]:
    """Yield where a speech verb stands, in order; a capital makes it a name or a headline's word."""
    lists = scene.lists
    for place, word in enumerate(words):
        text = word.text
        if (
            lists.speaks(text)
            or text in lists.participles
            or (text in lists.phrases and place + 1 < len(words) and words[place + 1].text in lists.phrases[text])
        ):
            yield place


def subject_of(scene: Scene, words: Sequence[Word], cue: int) -> Subject | None:
    """Return a speech verb's subject, before it or, if the verb may be turned round, behind it."""
    subject = subject_before(scene, words, cue)
    if subject is None and words[cue].text in scene.lists.verbs:
        return subject_after(scene, words, cue)
    return subject
