"""Captions that a page prints twice, as it does the picture above them."""

from collections.abc import Iterator

from morgue.letters import fold
from morgue.model import Clipping, Removal

_LEAST_WORDS = 5
"""Words of a caption: with fewer it names a place or a photographer, as another picture's may."""


def captions(clipping: Clipping) -> Iterator[Removal]:
    """Take captions that say what one before them says: the same picture for another screen, or in a gallery."""
    seen: set[str] = set()
    for block in clipping.blocks:
        words = fold(clipping.text_of(block)) if block.kind == "caption" else ""
        if words in seen and len(words.split()) >= _LEAST_WORDS:
            yield Removal(block.start, block.end, "repeat", "the same caption again")
        seen.add(words)
