"""A sentence that says who spoke. The council agreed. “…”."""

from morgue.indexing.quotes.cues import speech_verbs, subject_of
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene

_BEHIND = 4
"""Words behind the verb of a sentence that only says that somebody spoke: "agreed with him at once"."""


def sentence(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker in the sentence before a quote, in the same paragraph, that ends with a speech verb."""
    index = scene.sentence(quote.open)
    if index == 0 or scene.left(quote) or next(speech_verbs(scene, scene.right(quote)), None) is not None:
        return None
    start, end = scene.page.sentences[index - 1]
    if "\n" in scene.page.text[start : quote.open]:
        return None
    words = scene.page.words_in(start, end)
    cue = next((cue for cue in speech_verbs(scene, words) if cue + 1 + _BEHIND >= len(words)), None)
    subject = None if cue is None else subject_of(scene, words, cue)
    return Attribution(subject, words[cue].text, 0.65) if subject and cue is not None else None
