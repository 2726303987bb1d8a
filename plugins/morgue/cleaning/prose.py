"""What is told in sentences, and where the telling ends: what may be cleaned away often stands after that."""

from morgue.letters import count_words, ends_sentence
from morgue.model import Block, Clipping

_PROSE_WORDS = 12
"""A paragraph of fewer words may as well be a label, a headline or a call to do something."""

_LINKED = 0.8
"""Which part of a text must be a link for the whole to be one: marks and dates stand outside."""

_ARTICLE_KINDS = frozenset({"quotation", "table", "code"})
"""Blocks that belong to an article whatever they say."""


def link_share(clipping: Clipping, block: Block, start: int | None = None) -> float:
    """Return which part (0 to 1) of a block's characters, from ``start`` on, are links."""
    first = block.start if start is None else start
    covered = sum(max(0, mark.end - max(mark.start, first)) for mark in block.marks if mark.tag == "a")
    return covered / max(1, len(clipping.extracted[first : block.end].strip()))


def is_link(clipping: Clipping, block: Block, start: int | None = None) -> bool:
    """Say whether a block is one link or several, from ``start`` on, and nothing else that counts."""
    return link_share(clipping, block, start) >= _LINKED


def is_prose(clipping: Clipping, block: Block) -> bool:
    """Say whether a block is a paragraph of sentences, not mostly of links."""
    text = clipping.text_of(block)
    return (
        block.kind == "paragraph"
        and ends_sentence(text)
        and count_words(text) >= _PROSE_WORDS
        and link_share(clipping, block) < 0.5
    )


def element_around(block: Block) -> str:
    """Return the path of the element in which a block stands; nothing where its own is unknown."""
    return block.path.rpartition("/")[0]


def article_end(clipping: Clipping) -> int:
    """Return the position in ``blocks`` after the last that the article surely needs; 0 where there is none."""
    for index in range(len(clipping.blocks) - 1, -1, -1):
        block = clipping.blocks[index]
        if block.kind in _ARTICLE_KINDS or is_prose(clipping, block):
            return index + 1
    return 0
