"""The title repeated in the body: it stands over the article already."""

import re
from collections.abc import Iterator

from morgue.address import host_of
from morgue.letters import fold
from morgue.model import Block, Clipping, Removal

_FIRST_BLOCKS = 3
"""How many other blocks may stand before a repeated title: a section's name, a byline, a date."""

_SUFFIX = re.compile(r"\s+[|\u2013\u2014·•:»-]\s+")
"""What parts a headline from the outlet's name that a page adds to it."""


def title(clipping: Clipping) -> Iterator[Removal]:
    """Take the title, perhaps with the outlet's name, from among the first blocks and the captions, or as the last."""
    wanted = fold(clipping.title)
    if not wanted:
        return
    found, others = [], 0
    for block in clipping.blocks:
        if others < _FIRST_BLOCKS and _is_title(clipping.text_of(block), wanted, clipping):
            found.append(block)
        else:
            others += 1
    first = {block.start for block in found}
    found += [each for each in _last_or_captions(clipping) if each.start not in first and _says(clipping, each, wanted)]
    if others:  # a body that is nothing but its title keeps it
        for block in found:
            yield Removal(block.start, block.end, "title", f"the title “{clipping.title}” again")


def _last_or_captions(clipping: Clipping) -> Iterator[Block]:
    """Yield the blocks that head nothing: captions, and the last one."""
    last = len(clipping.blocks) - 1
    yield from (block for at, block in enumerate(clipping.blocks) if at == last or block.kind == "caption")


def _says(clipping: Clipping, block: Block, wanted: str) -> bool:
    return block.kind != "list" and fold(clipping.text_of(block)) == wanted


def _is_title(text: str, wanted: str, clipping: Clipping) -> bool:
    words = fold(text)
    if words == wanted:
        return True
    if not words.startswith(wanted) or len(words) > 2 * len(wanted) + 40:
        return False
    headline, *suffix = _SUFFIX.split(text)
    added = fold(" ".join(suffix))
    return bool(suffix) and fold(headline) == wanted and added in _outlet_names(clipping)


def _outlet_names(clipping: Clipping) -> set[str]:
    """Return the spellings under which the page's own outlet may follow a title."""
    host = host_of(clipping.url)
    return {fold(name) for name in (clipping.source or "", host, host.rpartition(".")[0])} - {""}
