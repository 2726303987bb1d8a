"""Twins: the copies of a page's own elements that extraction set aside."""

from collections.abc import Iterator

from morgue.cleaning.byline import is_date_line
from morgue.cleaning.guard import is_notice
from morgue.letters import fold
from morgue.model import Clipping, Removal


def twin(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks that extraction found to be a second copy of an element (mobile, print, hidden)."""
    # Copies differ in a few words: a notice that stands in the second one alone must not go with it.
    kept = {fold(clipping.text_of(block)) for block in clipping.blocks if not block.twin}
    for block in clipping.blocks:
        text = clipping.text_of(block)
        if block.twin and (not is_notice(text) or is_date_line(text) or fold(text) in kept):
            yield Removal(block.start, block.end, "twin", block.twin)
