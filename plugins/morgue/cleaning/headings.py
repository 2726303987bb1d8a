"""What stands over promoted links: the headings of vocabulary/promo.yml, and those that go on with a name."""

import re

from morgue.letters import count_words, ends_in_full_stop, ends_sentence, fold
from morgue.vocabulary import any_of, load

HEADLINE_WORDS = 25
"""More words than any headline has."""

_OPENED_WORDS = 7
"""Words that a heading of an open kind may have."""


_WORDS = load("promo")
_OTHERS = frozenset({"begun", "open", "before_links", "bare"})
"""Groups that are no language's whole headings."""

_WHOLE = frozenset(
    fold(heading) for language, headings in _WORDS.items() if language not in _OTHERS for heading in headings
)
_BEFORE_LINKS = frozenset(map(fold, _WORDS["before_links"]))
"""Words that promote what is a link behind them, and mean something else elsewhere."""

_BARE = frozenset(map(fold, _WORDS["bare"]))

_OPEN = re.compile(any_of(_WORDS["open"]))
_BEGUN = tuple(f"{fold(heading)} " for heading in _WORDS["begun"])
"""Headings that go on with the name of a section or an outlet."""

_BARE_LONGEST = 40
_COLON = re.compile("[:\uff1a]")
_LONGEST = max(len(heading.split()) for heading in _WHOLE)
_LAST_WORDS = frozenset(heading.rpartition(" ")[2] for heading in _WHOLE)


def is_promo_heading(text: str) -> bool:
    """Say whether a block's whole text is a heading of promoted links."""
    if len(text) > 120 or text.rstrip().endswith((".", "?", "!")):
        return False
    words = fold(text)
    return (
        words in _WHOLE
        or (words.startswith(_BEGUN) and len(words.split()) <= _OPENED_WORDS)
        or bool(_OPEN.fullmatch(words))
    )


def is_announced_so(text: str) -> bool:
    """Say whether a text is a heading of promoted links by an open form alone, in words of its author's own."""
    words = fold(text)
    return words not in _WHOLE and not words.startswith(_BEGUN)


def is_bare_heading(text: str) -> bool:
    """Say whether a text heads a shop, a player or the like, and is the article's where anything stands beneath."""
    return len(text) < _BARE_LONGEST and fold(text) in _BARE


def after_promo_label(text: str, *, linked: bool = False) -> int:
    """Return where the headline begins in a text such as "Read more: headline", or 0 where it is no such text.

    Where all of it is a link, "More: headline" is one as well.
    """
    colon = _COLON.search(text[:120])
    if not colon or not text[colon.end() :].strip():
        return 0
    label = fold(text[: colon.start()])
    return colon.end() if label in _WHOLE or (linked and label in _BEFORE_LINKS) else 0


def is_headline(text: str) -> bool:
    """Say whether a text may be a headline: short, and neither a sentence nor the announcement of something else."""
    return count_words(text) <= HEADLINE_WORDS and not ends_in_full_stop(text) and not text.rstrip().endswith(":")


def without_read_more(text: str) -> str:
    """Return a text without a "Read more" that a teaser's link left after its last sentence."""
    if fold(text).rpartition(" ")[2] not in _LAST_WORDS:
        return text
    tail = [word.start() for word in re.finditer(r"\S+", text[-80:])]
    cut_off = max(0, len(text) - 80)
    for start in tail[-_LONGEST:]:
        before = text[: cut_off + start]
        if before.strip() and ends_sentence(before) and fold(text[cut_off + start :]) in _WHOLE:
            return before.rstrip()
    return text
