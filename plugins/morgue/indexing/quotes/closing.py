"""The “…” step came too late, the ministry said."""

from morgue.indexing.quotes.cues import speech_verbs
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.quotes.subject import subject_after, subject_before


def closing(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker whom a comma sets off at the end of the quote's sentence."""
    words = scene.right(quote)
    for cue in speech_verbs(scene, words):
        if cue == 0 or words[cue].text in scene.lists.participles:
            continue
        subject: Subject | None = None
        if scene.comma(words[cue - 1], words[cue]):
            subject = subject_after(scene, words, cue) if words[cue].text in scene.lists.verbs else None
        else:
            subject = subject_before(scene, words, cue)
            first = next((at for at, word in enumerate(words) if subject and word.start == subject.start), 0)
            if not first or not scene.comma(words[first - 1], words[first]):
                continue
        if subject:
            return Attribution(subject, words[cue].text, 0.7)
    return None
