"""What stands over promoted links: the headings of vocabulary/promo.yml, and those that go on with a name."""

import re

from morgue.letters import ends_sentence, fold, remembered
from morgue.vocabulary import load

_OPENED_WORDS = 7
"""Words that a heading of an open kind may have."""


_WORDS = load("promo")
_WHOLE = frozenset(
    fold(heading) for language, headings in _WORDS.items() if language != "begun" for heading in headings
)
_BEGUN = tuple(f"{fold(heading)} " for heading in _WORDS["begun"])
"""Headings that go on with the name of a section or an outlet."""

_LONGEST = max(len(heading.split()) for heading in _WHOLE)


def is_promo_heading(text: str) -> bool:
    """Say whether a block's whole text is a heading of promoted links."""
    if len(text) > 120 or text.rstrip().endswith((".", "?", "!")):
        return False
    words = fold(text)
    return words in _WHOLE or (words.startswith(_BEGUN) and len(words.split()) <= _OPENED_WORDS)


def after_promo_label(text: str) -> int:
    """Return where the headline begins in a text such as "Read more: headline", or 0 where it is no such text."""
    label, colon, headline = text[:120].partition(":")
    return len(label) + 1 if colon and headline.strip() and fold(label) in _WHOLE else 0


@remembered
def without_read_more(text: str) -> str:
    """Return a text without a "Read more" that a teaser's link left after its last sentence."""
    tail = [word.start() for word in re.finditer(r"\S+", text[-80:])]
    cut_off = max(0, len(text) - 80)
    for start in tail[-_LONGEST:]:
        before = text[: cut_off + start]
        if before.strip() and ends_sentence(before) and fold(text[cut_off + start :]) in _WHOLE:
            return before.rstrip()
    return text
