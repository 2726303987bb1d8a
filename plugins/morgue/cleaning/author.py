"""What a page says about its author behind the article: a heading with a biography, a line that names them."""

import re
from collections.abc import Iterator

from morgue.cleaning.prose import article_end
from morgue.letters import count_words, ends_in_full_stop, fold, remembered
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import any_of, load

_WORDS = load("author")
_HEADINGS = frozenset(map(fold, _WORDS["headings"]))
_LINE = re.compile(any_of(_WORDS["lines"]))

_LINE_WORDS = 12
_MOST_BLOCKS = 6
"""Blocks of a box: names, roles, a biography; where more follows, the article has a part about an author."""

_MOST_WORDS = 250


def author(clipping: Clipping) -> Iterator[Removal]:
    """Take the box about the author with which a page ends, and lines behind the article that name its makers."""
    blocks = clipping.blocks
    for index in range(max(1, len(blocks) - _MOST_BLOCKS - 1), len(blocks)):
        if _is_heading(clipping, blocks[index]) and _is_box(clipping, blocks[index + 1 :]):
            yield Removal(blocks[index].start, blocks[index].end, "author", "it heads what the page says of its author")
            for block in blocks[index + 1 :]:
                yield Removal(block.start, block.end, "author", "it says who the author is")
            return
    end = article_end(clipping)
    for block in blocks[end:] if end else ():
        text = clipping.text_of(block)
        if block.kind in ("paragraph", "heading", "caption") and _names(text):
            yield Removal(block.start, block.end, "author", "a line behind the article that names its makers")


def _is_heading(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    return block.kind in ("heading", "paragraph") and len(text) < 80 and fold(text) in _HEADINGS


def _is_box(clipping: Clipping, below: tuple[Block, ...]) -> bool:
    words = sum(count_words(clipping.text_of(block)) for block in below)
    return words <= _MOST_WORDS and all(block.kind not in ("table", "code", "quotation") for block in below)


@remembered
def _names(text: str) -> bool:
    return len(text) < 200 and bool(_LINE.match(fold(text))) and count_words(text) <= _LINE_WORDS and not ends_in_full_stop(text)
