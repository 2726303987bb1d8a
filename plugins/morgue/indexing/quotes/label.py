"""A speaker before a colon, as in a transcript. The ministry: “…” Continued the ministry: “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import read_subject
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.indexing.words import Word

_LONGEST = 8
"""Words of a label: a name and its office."""


def label(scene: Scene, quote: Quoted) -> Attribution | None:
    """Find the speaker who is all that stands between a stop or a dash and the quote, but for a colon."""
    words = scene.left(quote)
    if not words or scene.page.text[words[-1].end : quote.open].strip(" )") != ":":
        return None
    return labelled(scene, words)


def labelled(scene: Scene, words: Sequence[Word]) -> Attribution | None:
    """Find the speaker in the last of some words before a colon: nothing but a name, or a verb and a name."""
    first = len(words) - 1
    while first > 0 and not scene.parted(words[first - 1], words[first]):
        if scene.page.gap(words[first - 1], words[first]).strip() in ("-", "--"):
            break
        first -= 1
    verb = scene.lists.speaks(words[first].text.lower())
    phrase = words[first + 1 if verb else first :]
    if not phrase or len(phrase) > _LONGEST or not all(word.capitalised for word in phrase if len(word.text) > 3):
        return None
    subject = read_subject(scene, phrase, at_end=True)
    return Attribution(subject, words[first].text if verb else "", 0.85) if subject else None
