"""Sections: what stands under a heading, as far as an archivist who names the heading can mean it."""

import re

from morgue.cleaning.prose import is_prose, link_share
from morgue.model import Block, Clipping

_NO_HEADING = 7
"""The rank of a line that heads something without being a heading: any heading ends its section."""

_LINKED = 0.5
"""Which part of a block must be links for it to be one of those that a heading heads."""


_BOXES = re.compile(r"(?:article|aside|div|header|section)\b")
"""Elements that hold headings; a block's path names the widest element that holds nothing else."""


def section(clipping: Clipping, first: int) -> list[Block]:
    """Return a heading and the blocks under it.

    They go on up to the next heading of its rank or a higher one, and to the end of the box that it stands in. Where
    it heads a list or links, they end with these; where it has a box for itself, before the first prose.
    """
    heading = clipping.blocks[first]
    rank = heading.level if heading.kind == "heading" else _NO_HEADING
    around, _, element = heading.path.rpartition("/")
    ending = bool(_BOXES.match(element))
    found = [heading]
    for at in range(first + 1, len(clipping.blocks)):
        block = clipping.blocks[at]
        if (block.kind == "heading" and block.level <= rank) or not _inside(block, around):
            break
        if ending and is_prose(clipping, block):
            break
        ending = ending or block.kind == "list" or link_share(clipping, block) >= _LINKED
        found.append(block)
    return found


def _inside(block: Block, box: str) -> bool:
    """Say whether a block stands in a box; one whose place is not known stands where the one before it does."""
    return not (box and block.path) or block.path.startswith(f"{box}/")
