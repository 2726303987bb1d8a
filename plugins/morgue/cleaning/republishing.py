"""The section in which an outlet tells others how to print its article: behind the article, up to the page's end."""

import re
from collections.abc import Iterator, Sequence

from morgue.cleaning.prose import is_prose
from morgue.letters import count_words, fold, small
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import any_of, load

_WORDS = load("disclaimer")
_LABEL = re.compile(any_of(_WORDS["republishing"]))
_GOES_ON = re.compile(any_of(_WORDS["republished"]))

_LONGEST = 80

_NEXT = 3
"""Blocks beneath the label, one of which speaks of licences, credits or printing."""

_MOST = 0.4
"""Of all words: who tells more of it than that tells of nothing else."""


def republishing(clipping: Clipping) -> Iterator[Removal]:
    """Take the last section where its label offers the article to others and what follows says on which terms."""
    blocks = clipping.blocks
    told = False
    for index, block in enumerate(blocks):
        if told and _is_label(clipping, block):
            if _is_offer(clipping, blocks[index:]):
                for each in blocks[index:]:
                    yield Removal(each.start, each.end, "disclaimer", "the terms on which others may print the article")
            return
        told = told or is_prose(clipping, block)


def _is_label(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    return len(text) < _LONGEST and block.kind in ("heading", "paragraph") and bool(_LABEL.fullmatch(fold(text)))


def _is_offer(clipping: Clipping, section: Sequence[Block]) -> bool:
    """Say whether a section is about printing the article, and what comes before is what it offers."""
    texts = [clipping.text_of(block) for block in section]
    goes_on = any(_GOES_ON.search(small(text)) for text in texts[1 : 1 + _NEXT])
    return goes_on and sum(map(count_words, texts)) <= _MOST * count_words(clipping.extracted)
