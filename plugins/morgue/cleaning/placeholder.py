"""Placeholders: filler text that a template brought along and nobody replaced."""

import re
from collections.abc import Iterator

from morgue.letters import fold
from morgue.model import Clipping, Removal

_FILLER = re.compile(r"lorem ipsum\b")


def placeholder(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks that begin with filler text, but for pages that speak of it."""
    if _FILLER.search(fold(clipping.title)):
        return
    for block in clipping.blocks:
        if block.kind not in ("quotation", "code") and _FILLER.match(fold(clipping.text_of(block)[:40])):
            yield Removal(block.start, block.end, "placeholder", "filler text that a template brought along")
