"""Prompts to share, follow, subscribe or install: a page's own voice, not its article's."""

import re
from collections.abc import Iterator

from morgue.letters import count_words, fold, remembered
from morgue.model import Clipping, Removal
from morgue.vocabulary import any_of, load

_MOST_WORDS = 35
"""A prompt is short; a paragraph that begins like one but goes on is likelier an article about prompts."""

_LABEL_WORDS = 4

_QUOTATION_MARKS = "\"'“„«\u2018"
"""Someone is quoted: then it is the article that speaks."""

_WORDS = load("prompt")
_PROMPT = re.compile(any_of(_WORDS["beginnings"]))
_BUTTONS = frozenset(_WORDS["buttons"])


def prompt(clipping: Clipping) -> Iterator[Removal]:
    """Take short blocks in which the page asks to be shared, followed, subscribed to or installed."""
    for block in clipping.blocks:
        reason = _reason(clipping.text_of(block)) if block.kind not in ("quotation", "table", "code") else ""
        if reason:
            yield Removal(block.start, block.end, "prompt", reason)


@remembered
def _reason(text: str) -> str:
    """Return what makes a text a prompt, or nothing where it is none."""
    if len(text) > 400 or count_words(text) > _MOST_WORDS:
        return ""
    words = fold(text)
    if _is_row_of_buttons(words):
        return "a row of share buttons"
    if text[:1] not in _QUOTATION_MARKS and (_PROMPT.match(words) or _PROMPT.match(_after_label(text))):
        return "a prompt to share, follow, subscribe or install"
    return ""


def _after_label(text: str) -> str:
    """Return the words behind a label and its colon, as in "News by mail: subscribe to our letter"."""
    label, _, rest = text.partition(":")
    return fold(rest) if len(label.split()) <= _LABEL_WORDS else ""


def _is_row_of_buttons(words: str) -> bool:
    buttons = words.split()
    return len(buttons) >= 3 and _BUTTONS.issuperset(buttons)
