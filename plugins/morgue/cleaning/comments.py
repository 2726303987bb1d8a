"""What a comment section leaves behind when it holds no comments."""

import re
from collections.abc import Iterator

from morgue.cleaning.prose import article_end
from morgue.letters import ends_in_full_stop, fold
from morgue.model import Clipping, Removal
from morgue.remembering import remembered
from morgue.vocabulary import any_of, load

_WORDS = load("comments")
_LABELS = frozenset(map(fold, _WORDS["labels"]))
_STUB = re.compile(any_of(_WORDS["sentences"]))
_SENTENCE = re.compile(r"[.!?]\s*")
_LONGEST = 80
_COUNT = re.compile(r"[\d\s]+")


def comments(clipping: Clipping) -> Iterator[Removal]:
    """Take the headings and stubs of an empty comment section: labels from after the article's end only."""
    end = article_end(clipping)
    for index, block in enumerate(clipping.blocks):
        text = clipping.text_of(block)
        if (0 < end <= index and _is_label(text)) or (len(text) < 2 * _LONGEST and _is_stub(text)):
            yield Removal(block.start, block.end, "comments", "what an empty comment section leaves behind")


def _is_label(text: str) -> bool:
    """Say whether a text heads a comment section; "No comment." in an interview is an answer, and has a full stop."""
    return len(text) < _LONGEST and not ends_in_full_stop(text) and _COUNT.sub(" ", fold(text)).strip() in _LABELS


@remembered
def _is_stub(text: str) -> bool:
    """Say whether every sentence of a text says that there are no comments, or how to write one."""
    sentences = filter(None, map(fold, _SENTENCE.split(text)))
    return bool(_STUB.fullmatch(next(sentences, ""))) and all(map(_STUB.fullmatch, sentences))
