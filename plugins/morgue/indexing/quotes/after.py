"""“…,” the ministry said. “…,” said the ministry."""

from collections.abc import Sequence
from itertools import pairwise

from morgue.indexing.quotes.cues import speech_verbs, subject_of
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.words import Word

_REACH = 14
"""Words between the quote and its verb: a name with its office and an apposition."""


def after(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker right behind the quote, on either side of the verb."""
    words = scene.right(quote)
    if not words or scene.page.text[quote.close : words[0].start].strip(" ,–—-"):
        return None
    first = words[0].text.lower()
    if first in scene.lists.boundaries or first in scene.lists.prepositions:
        return None
    cue = next(speech_verbs(scene, words[:_REACH]), None)
    if cue is None or words[cue].text in scene.lists.participles:
        return None
    subject = subject_of(scene, words, cue)
    if subject is None or (subject.start < words[cue].start and _parted(scene, words, subject)):
        return None
    return Attribution(subject, words[cue].text, 0.9)


def _parted(scene: Scene, words: Sequence[Word], subject: Subject) -> bool:
    """Say whether more of the sentence stands between the quote and the subject."""
    return any(scene.parted(first, second) for first, second in pairwise(words) if second.start <= subject.start)
