"""Links to other stories behind the article, whatever stands over them: told by what they are, not by words."""

from collections.abc import Iterator, Sequence

from morgue.address import host_of
from morgue.cleaning.headings import HEADLINE_WORDS
from morgue.cleaning.prose import article_end, is_link
from morgue.letters import count_words, ends_in_full_stop, fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import load

_FEWEST = 2
"""Links: one alone may be the article's last word."""

_LEAST_WORDS = 4
"""Words of a headline at the least; fewer are names, ingredients or places."""

_LEAD_WORDS = 16
"""Words of what announces them: "Check out these other stories from the coast:"."""

_SOURCES = frozenset(map(fold, load("sources")["headings"]))
"""Headings of links that belong to an article."""


def trailing(clipping: Clipping) -> Iterator[Removal]:
    """Take runs of linked headlines of the same site behind the article's last paragraph, with what heads them."""
    blocks = clipping.blocks
    end = article_end(clipping)
    index = max(end, 1)
    while end and index < len(blocks):
        last = index
        count = 0
        while last < len(blocks) and (lines := _headlines(clipping, blocks[last])):
            count += lines
            last += 1
        if count < _FEWEST:
            index = max(last, index + 1)
            continue
        headed = index > end and _heads(clipping, blocks[index - 1])
        if not (headed and fold(clipping.text_of(blocks[index - 1])) in _SOURCES):
            yield from _removals(blocks[index - 1 : last] if headed else blocks[index:last], headed=headed, count=count)
        index = last


def _removals(blocks: Sequence[Block], *, headed: bool, count: int) -> Iterator[Removal]:
    for position, block in enumerate(blocks):
        heads = headed and position == 0
        reason = f"it heads {count} links to other pages" if heads else f"one of {count} links to other pages"
        yield Removal(block.start, block.end, "promo", f"{reason} behind the article")


def _headlines(clipping: Clipping, block: Block) -> int:
    """Return how many linked headlines a block is, none where it is anything else."""
    if block.kind not in ("list", "paragraph", "heading", "caption") or not is_link(clipping, block):
        return 0
    lines = clipping.text_of(block).split("\n")
    words = [count_words(line) for line in lines]
    if sum(words) < _LEAST_WORDS * len(lines) or max(words) > HEADLINE_WORDS or any(map(ends_in_full_stop, lines)):
        return 0
    site = host_of(clipping.url)
    links = {host_of(mark.href) for mark in block.marks if mark.tag == "a"}
    return len(lines) if not site or links <= {site, ""} else 0


def _heads(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    announces = block.kind == "heading" or text.rstrip().endswith((":", "\uff1a"))
    return block.kind in ("heading", "paragraph") and announces and count_words(text) <= _LEAD_WORDS
