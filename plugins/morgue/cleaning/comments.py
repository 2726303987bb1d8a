"""What a comment section leaves behind when it holds no comments."""

import re
from collections.abc import Iterator

from morgue.cleaning.letters import ends_in_full_stop, fold
from morgue.cleaning.prose import article_end
from morgue.cleaning.vocabulary import load
from morgue.model import Clipping, Removal

_LABELS = frozenset(map(fold, load("comments")["labels"]))
_COUNT = re.compile(r"[\d\s]+")


def comments(clipping: Clipping) -> Iterator[Removal]:
    """Take the headings and stubs of an empty comment section from after the article's end."""
    end = article_end(clipping)
    if not end:
        return
    # "No comment." in an interview is an answer: a stub has no full stop.
    for block in clipping.blocks[end:]:
        text = clipping.text_of(block)
        if len(text) < 80 and not ends_in_full_stop(text) and _COUNT.sub(" ", fold(text)).strip() in _LABELS:
            yield Removal(block.start, block.end, "comments", "what an empty comment section leaves behind")
