"""The ministry said: “…”. The ministry said that it was “…”. “…,” it said, adding that “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.cues import speech_verbs, subject_of
from morgue.indexing.quotes.opening import sentence_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.words import Word

_TRIES = 4
"""Speech verbs to the left that are asked for their subject."""


def before(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker of the nearest speech verb to the left in the sentence."""
    return nearest(scene, scene.left(quote), quote)


def nearest(scene: Scene, words: Sequence[Word], quote: Quoted) -> Attribution | None:
    """Find the speaker of the last speech verb among the words before a quote."""
    cues = list(speech_verbs(scene, words))[-_TRIES:]
    for place in range(len(cues) - 1, -1, -1):
        cue = cues[place]
        if words[cue].text in scene.lists.participles:
            continue
        subject = _subject(scene, words, cue, quote)
        if subject:
            beside = scene.page.text[words[cue].end : quote.open].strip(" \n:,-–—") == ""
            subject = _reported(scene, words, cues[:place], subject, quote)
            return Attribution(subject, words[cues[-1]].text, 0.9 if beside else 0.75)
    if not cues:
        return None
    subject = sentence_subject(scene, words[: cues[-1]])
    return Attribution(subject, words[cues[-1]].text, 0.6) if subject else None


def _subject(scene: Scene, words: Sequence[Word], cue: int, quote: Quoted) -> Subject | None:
    """Return a verb's subject; one behind it ends at the quote's comma, if the order is turned for quotes alone."""
    subject = subject_of(scene, words, cue)
    if subject is None or subject.start < words[cue].start or scene.lists.inverts:
        return subject
    return subject if scene.page.text[subject.end : quote.open].strip() in (":", ",") else None


def _reported(scene: Scene, words: Sequence[Word], outer: Sequence[int], subject: Subject, quote: Quoted) -> Subject:
    """Return who is meant by the pronoun in "the minister said he believed “…”": the minister."""
    if not subject.pronoun or not outer:
        return subject
    end = words[outer[-1]].end
    if "," in scene.page.text[end : subject.start] and not scene.lists.inverts:
        return subject  # "the minister says, he said": in other languages a comma begins every clause
    between = scene.page.words_in(end, subject.start)
    if any(word.text not in scene.lists.conjunctions for word in between):
        return subject
    return _subject(scene, words, outer[-1], quote) or subject
