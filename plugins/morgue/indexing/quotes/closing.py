"""The “…” step came too late, the ministry said."""

from collections.abc import Sequence

from morgue.indexing.quotes.cues import speech_verbs
from morgue.indexing.quotes.phrase import small
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.quotes.subject import subject_after, subject_before
from morgue.indexing.words import Word


def closing(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker whom a comma sets off at the end of the quote's sentence."""
    found = closing_cue(scene, scene.right(quote))
    return found[1] if found else None


def closing_cue(scene: Scene, words: Sequence[Word]) -> tuple[int, Attribution] | None:
    """Return the last word before a comma that sets off a subject and its speech verb, and who speaks."""
    for cue in speech_verbs(scene, words):
        if cue == 0 or words[cue].text in scene.lists.participles:
            continue
        subject: Subject | None = None
        before = _last_before(scene, words, cue)
        if scene.comma(words[before], words[before + 1]):
            subject = subject_after(scene, words, cue) if words[cue].text in scene.lists.verbs else None
        else:
            subject = subject_before(scene, words, cue)
            first = next((at for at, word in enumerate(words) if subject and word.start == subject.start), 0)
            if not first or not scene.comma(words[first - 1], words[first]):
                continue
            before = first - 1
        if subject:
            return before, Attribution(subject, words[cue].text, 0.7)
    return None


def _last_before(scene: Scene, words: Sequence[Word], cue: int) -> int:
    """Return the last word before a verb and its auxiliaries."""
    before = cue - 1
    while (
        before > 0
        and small(words[before]) in scene.lists.skipped
        and not scene.parted(words[before], words[before + 1])
    ):
        before -= 1
    return before
