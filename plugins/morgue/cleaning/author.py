"""What a page says about its author behind the article: a heading with a biography, a line that names them."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from morgue.cleaning.prose import article_end, is_prose
from morgue.letters import count_words, ends_in_full_stop, fold
from morgue.model import Block, Clipping, Removal
from morgue.remembering import remembered
from morgue.vocabulary import any_of, load

_WORDS = load("author")
_HEADINGS = frozenset(map(fold, _WORDS["headings"]))
_LINE = re.compile(any_of(_WORDS["lines"]))

_HEADING_LONGEST = 80
_LINE_WORDS = 12
_MOST_BLOCKS = 6
"""Blocks of a box: names, roles, a biography; where more follows, the article has a part about an author."""

_NAMED_BLOCKS = 3
"""Blocks of a box over which the author’s name alone stands: the name, a position, a biography."""

_MOST_WORDS = 250


def author(clipping: Clipping) -> Iterator[Removal]:
    """Take the box about the author with which a page ends, and lines behind the article that name its makers."""
    blocks = clipping.blocks
    names = frozenset(name for name in map(fold, clipping.byline) if " " in name)
    for index in range(max(1, len(blocks) - _MOST_BLOCKS - 1), len(blocks)):
        headings = _HEADINGS | names if index + _NAMED_BLOCKS >= len(blocks) else _HEADINGS
        if _is_one_of(headings, clipping, blocks[index]) and _is_box(clipping, blocks[index:], headings):
            yield Removal(blocks[index].start, blocks[index].end, "author", "it heads what the page says of its author")
            for block in blocks[index + 1 :]:
                yield Removal(block.start, block.end, "author", "it says who the author is")
            return
    end = article_end(clipping)
    for block in blocks[end:] if end else ():
        text = clipping.text_of(block)
        if block.kind in ("paragraph", "heading", "caption") and _names(text):
            yield Removal(block.start, block.end, "author", "a line behind the article that names its makers")


def _is_one_of(headings: AbstractSet[str], clipping: Clipping, block: Block) -> bool:
    """Say whether a block heads a box about the author: it says so, names one or is nothing but the author's name."""
    text = clipping.text_of(block)
    if block.kind not in ("heading", "paragraph") or len(text) >= _HEADING_LONGEST:
        return False
    return fold(text) in headings or (block.kind == "heading" and _names(text))


def _is_box(clipping: Clipping, blocks: tuple[Block, ...], headings: AbstractSet[str]) -> bool:
    """Say whether all that stands from a heading to the page's end may tell of authors: no other part begins there."""
    if sum(count_words(clipping.text_of(block)) for block in blocks) > _MOST_WORDS:
        return False
    for above, block, below in zip_longest(blocks, blocks[1:], blocks[2:]):
        if block and block.kind in ("table", "code", "quotation"):
            return False
        # a heading right beneath is the author's name; any other over sentences begins a part of the article
        opens = block and block.kind == "heading" and below and is_prose(clipping, below)
        if opens and not any(_is_one_of(headings, clipping, each) for each in (above, block)):
            return False
    return True


@remembered
def _names(text: str) -> bool:
    return (
        len(text) < 200
        and bool(_LINE.match(fold(text)))
        and count_words(text) <= _LINE_WORDS
        and not ends_in_full_stop(text)
    )
