"""Twins: the further copies of a page's text that extraction set aside."""

from collections.abc import Iterator

from morgue.model import Clipping, Removal


def twin(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks that extraction set aside as a further copy of the page's text (mobile, print, hidden)."""
    for block in clipping.blocks:
        if block.twin:
            yield Removal(block.start, block.end, "twin", block.twin)
