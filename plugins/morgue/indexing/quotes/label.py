"""A speaker before a colon, as in a transcript. The ministry: “…” Continued the ministry: “…”."""

from collections.abc import Sequence

from morgue.indexing.quotes.phrase import read_subject, small
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.quotes.scene import Attribution, Scene
from morgue.indexing.words import Word

_SMALL = 3
"""Letters of the small words inside a name and its office."""

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
    if not phrase or len(phrase) > _LONGEST or not _is_name(scene, phrase):
        return None
    subject = read_subject(scene, phrase, at_end=True)
    return Attribution(subject, words[first].text if verb else "", 0.85) if subject else None


def _is_name(scene: Scene, phrase: Sequence[Word]) -> bool:
    """Say whether a phrase is a name with its office and no more: no other word is longer and without a capital."""
    lists = scene.lists
    return phrase[-1].capitalised and all(
        len(word.text) <= _SMALL
        or word.capitalised
        or lists.is_speaker(word.text)
        or small(phrase[at - 1]) in lists.links
        for at, word in enumerate(phrase)
    )
