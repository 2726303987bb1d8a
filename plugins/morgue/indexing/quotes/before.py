"""The ministry said: “…”. The ministry said that it was “…”. “…,” it said, adding that “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.cues import speech_verbs, subject_of
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.words import Word

_TRIES = 4
"""Speech verbs to the left that are asked for their subject."""


def before(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker of the nearest speech verb to the left in the sentence."""
    return _nearest(scene, scene.left(quote), quote)


def introduced(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker in the line before, where that ends with a colon."""
    sentence = scene.sentence(quote.open)
    if sentence == 0 or scene.left(quote):
        return None
    start, end = scene.page.sentences[sentence - 1]
    if not scene.page.text[start:end].rstrip().endswith(":"):
        return None
    return _nearest(scene, scene.page.words_in(start, end), quote)


def _nearest(scene: Scene, words: Sequence[Word], quote: Quoted) -> Attribution | None:
    cues = list(speech_verbs(scene, words))[-_TRIES:]
    for cue in reversed(cues):
        if words[cue].text in scene.lists.participles:
            continue
        subject = subject_of(scene, words, cue)
        if subject:
            beside = scene.page.text[words[cue].end : quote.open].strip(" \n:,-–—") == ""
            return Attribution(subject, words[cues[-1]].text, 0.9 if beside else 0.75)
    if not cues:
        return None
    subject = _sentence_subject(scene, words[: cues[-1]])
    return Attribution(subject, words[cues[-1]].text, 0.6) if subject else None


def _sentence_subject(scene: Scene, words: Sequence[Word]) -> Subject | None:
    """Return the first person named without a preposition: the subject of a verb that is no speech verb."""
    mentions = {named.start: named for named in scene.mentions(words[0].start, words[-1].end)} if words else {}
    for place, word in enumerate(words):
        named = mentions.get(word.start)
        if word.text.lower() in scene.lists.pronouns:
            return Subject(word.start, word.end, pronoun=True)
        behind = scene.page.text[named.end : named.end + 2] if named else ""
        if named is None or not named.person or behind == "'s":
            continue
        if place == 0 or words[place - 1].text.lower() not in scene.lists.prepositions:
            return Subject(named.start, named.end, named.actor)
    return None
