"""Prompts to share, follow, subscribe or install: a page's own voice, not its article's."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from morgue.cleaning.prose import is_prose
from morgue.letters import count_words, fold
from morgue.model import Block, Clipping, Removal
from morgue.remembering import remembered
from morgue.vocabulary import any_of, load

_MOST_WORDS = 35
"""A prompt is short; a paragraph that begins like one but goes on is likelier an article about prompts."""

_LABEL_WORDS = 4
_QUESTION_WORDS = 12

_CLOSING_BLOCKS = 3
"""Blocks at a page's end, prompts aside, among which one that asks anywhere in it is a prompt."""

_FEWEST_BUTTONS = 3
"""Of different names: "X" over and over is a pattern or a board."""

_CLOSING_WORDS = 60
_CLOSING_LONGEST = 800

_QUOTATION_MARKS = "\"'“„«\u2018"
"""Someone is quoted: then it is the article that speaks."""

_WORDS = load("prompt")
_PROMPT = re.compile(any_of(_WORDS["beginnings"]))
_LABEL = re.compile(any_of(_WORDS["labels"]))
_CLOSING = re.compile(any_of(_WORDS["closing"]))
_BUTTONS = frozenset(_WORDS["buttons"])
_SUBJECTS = frozenset(_WORDS["subjects"])

_SENTENCE = re.compile(r"(?<=[.!?\u3002\uff01\uff1f])\s+|\n")
_SENTENCE_MARKS = frozenset(".:\u3002\uff1a")

_ASKING = "a prompt to share, follow, subscribe or install"


def prompt(clipping: Clipping) -> Iterator[Removal]:
    """Take short blocks in which the page asks to be shared, followed, subscribed to or installed."""
    blocks = clipping.blocks
    subjects = _SUBJECTS.intersection(fold(clipping.title).split())
    asking = [_asks(clipping, block, subjects) for block in blocks]
    others = 0
    for index in range(len(blocks) - 1, 0, -1):
        asking[index] = asking[index] or _closes(clipping, blocks[index], subjects)
        others += not asking[index]
        if others == _CLOSING_BLOCKS:
            break
    for index in range(1, len(blocks) - 1):
        framed = asking[index - 1] and asking[index + 1] and blocks[index - 1].kind == "heading"
        if framed and blocks[index].kind == "paragraph" and count_words(clipping.text_of(blocks[index])) <= _MOST_WORDS:
            asking[index] = asking[index] or "what a prompt offers, between it and its form"
    for block, reason in zip(blocks, asking, strict=True):
        if reason:
            yield Removal(block.start, block.end, "prompt", reason)


def _asks(clipping: Clipping, block: Block, subjects: AbstractSet[str]) -> str:
    text = clipping.text_of(block)
    if block.kind in ("quotation", "table", "code") or (subjects and is_prose(clipping, block)):
        return ""
    return _reason(text)


def _closes(clipping: Clipping, block: Block, subjects: AbstractSet[str]) -> str:
    text = clipping.text_of(block)
    words = count_words(text)
    if block.kind not in ("paragraph", "heading", "caption") or words > _CLOSING_WORDS or subjects:
        return ""
    if text[:1] in _QUOTATION_MARKS or len(text) > _CLOSING_LONGEST:
        return ""
    return _ASKING if _CLOSING.search(fold(text)) or _mostly_asks(text, words) else ""


def _mostly_asks(text: str, words: int) -> bool:
    """Say whether the sentences that ask are half of a text at least: else the article says something there."""
    if words > _MOST_WORDS:
        return False
    asking = sum(count_words(each) for each in _SENTENCE.split(text) if _PROMPT.match(fold(each)))
    return asking > 0 and 2 * asking >= words


@remembered
def _reason(text: str) -> str:
    """Return what makes a text a prompt, or nothing where it is none."""
    if len(text) > 400 or count_words(text) > _MOST_WORDS:
        return ""
    words = fold(text)
    if _is_row_of_buttons(words):
        return "a row of share buttons"
    if text[:1] in _QUOTATION_MARKS:
        return ""
    if any(_PROMPT.match(part) for part in (words, _after_label(text), _after_question(text)) if part):
        return _ASKING
    return "the label of a button" if _LABEL.match(words) and text.rstrip()[-1:] not in _SENTENCE_MARKS else ""


def _after_label(text: str) -> str:
    """Return the words behind a label and its colon, as in "News by mail: subscribe to our letter"."""
    label, colon, rest = text.partition(":")
    return fold(rest) if colon and len(label.split()) <= _LABEL_WORDS else ""


def _after_question(text: str) -> str:
    """Return the words behind a question, as in "Want more from the coast? Sign up for our letter"."""
    question, mark, rest = text.partition("?")
    return fold(rest) if mark and len(question.split()) <= _QUESTION_WORDS else ""


def _is_row_of_buttons(words: str) -> bool:
    buttons = words.split()
    return len(set(buttons)) >= _FEWEST_BUTTONS and _BUTTONS.issuperset(buttons)
