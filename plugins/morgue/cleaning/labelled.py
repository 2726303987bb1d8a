"""Single promoted links that a label names: "Read more: headline"."""

from collections.abc import Iterator

from morgue.cleaning.headings import after_promo_label, is_headline
from morgue.cleaning.prose import article_end, is_link
from morgue.model import Block, Clipping, Removal

_LONGEST = 500
"""Characters of a block of such links."""


def labelled(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks of nothing but labelled links; behind the article, and in a text without any link, headlines too."""
    end = article_end(clipping)
    bare = not any(mark.tag == "a" for block in clipping.blocks for mark in block.marks)  # a dump has no links
    for index, block in enumerate(clipping.blocks):
        if _promotes(clipping, block, plain=bare or 0 < end <= index):
            yield Removal(block.start, block.end, "promo", "a single promoted link")


def _promotes(clipping: Clipping, block: Block, *, plain: bool) -> bool:
    text = clipping.text_of(block)
    if block.kind in ("table", "code") or len(text) > _LONGEST or not after_promo_label(text, linked=True):
        return False
    linked = is_link(clipping, block)
    start = block.start
    for line in text.split("\n"):
        headline = after_promo_label(line, linked=linked)
        if not headline:
            return False
        behind = linked or is_link(clipping, block, start + headline)
        if not behind and not (plain and is_headline(line)):
            return False
        start += len(line) + 1
    return True
