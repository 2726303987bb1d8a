"""Twins: the copies of a page's own elements that extraction set aside."""

from collections.abc import Iterator

from morgue.model import Clipping, Removal


def twin(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks that extraction found to be a second copy of an element (mobile, print, hidden)."""
    for block in clipping.blocks:
        if block.twin:
            yield Removal(block.start, block.end, "twin", block.twin)
