"""“…,” the ministry said. “…,” said the ministry. “…,” X, who had come for it, said."""

from collections.abc import Sequence
from itertools import pairwise

from morgue.indexing.quotes.cues import speech_verbs, subject_of
from morgue.indexing.quotes.phrase import read_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene, Subject
from morgue.indexing.words import Word

_REACH = 14
"""Words between the quote and its verb: a name with its office and an apposition."""

_APPOSITION = 45
"""Words of the longest apposition between a name right behind the quote and its verb."""


def after(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker right behind the quote, on either side of the verb."""
    words = scene.right(quote)
    if not words or scene.page.text[quote.close : words[0].start].strip(" ,–—-"):
        return None
    first = words[0].text.lower()
    if first in scene.lists.boundaries or first in scene.lists.prepositions or _told_before(scene, quote):
        return None
    cue = next(speech_verbs(scene, words[:_REACH]), None)
    if cue is None or words[cue].text in scene.lists.participles:
        return _named_first(scene, words, quote)
    subject = subject_of(scene, words, cue)
    if subject is None or (subject.start < words[cue].start and _parted(scene, words, subject)):
        return _named_first(scene, words, quote)
    if subject.start > words[cue].start and _acts(scene, words, subject):
        return None
    return Attribution(subject, words[cue].text, 0.9)


def _told_before(scene: Scene, quote: Quoted) -> bool:
    """Say whether a speech verb leads to the quote: as he warned, “…,” the minister left."""
    left = scene.left(quote)
    if left and left[-1].text in scene.lists.conjunctions:
        left = left[:-1]
    return bool(left) and left[-1].text in scene.lists.cues


def _parted(scene: Scene, words: Sequence[Word], subject: Subject) -> bool:
    """Say whether more of the sentence stands between the quote and the subject."""
    return _any_parted(scene, [word for word in words if word.start <= subject.start])


def _acts(scene: Scene, words: Sequence[Word], subject: Subject) -> bool:
    """Say whether a verb follows upon what seems to be the subject: “…,” said the candidate could not come."""
    behind = next((place for place, word in enumerate(words) if word.start >= subject.end), len(words))
    return (
        0 < behind < len(words)
        and words[behind].text in scene.lists.auxiliaries
        and not scene.parted(words[behind - 1], words[behind])
    )


def _named_first(scene: Scene, words: Sequence[Word], quote: Quoted) -> Attribution | None:
    """Find the person who is named right behind the quote, with a verb behind a long apposition or a second name."""
    behind = 1
    while behind < len(words) and not scene.parted(words[behind - 1], words[behind]):
        if words[behind].text in scene.lists.boundaries:
            break
        behind += 1
    comma = behind < len(words) and scene.comma(words[behind - 1], words[behind])
    joined = behind < len(words) and not comma and "," in scene.page.text[quote.end : quote.close + 1]
    subject = read_subject(scene, words[:behind], at_end=True) if comma or joined else None
    if subject is None or subject.pronoun:
        return None
    for cue in speech_verbs(scene, words[:_APPOSITION]):
        if words[cue].text in scene.lists.participles or cue <= behind:
            continue
        if scene.comma(words[cue - 1], words[cue]) if comma else not _any_parted(scene, words[behind : cue + 1]):
            return Attribution(subject, words[cue].text, 0.85)
    return None


def _any_parted(scene: Scene, words: Sequence[Word]) -> bool:
    return any(scene.parted(first, second) for first, second in pairwise(words))
