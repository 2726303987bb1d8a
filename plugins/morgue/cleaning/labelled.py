"""Single promoted links that a label names: "Read more: headline".

One that names what its section is about stays: under "Alder 500" a link to the full review of it is the section's own.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator

from morgue.cleaning.headings import after_promo_label, is_headline
from morgue.cleaning.prose import article_end, is_link
from morgue.letters import fold
from morgue.model import Block, Clipping, Removal

_LONGEST = 500
"""Characters of a block of such links."""

_ASIDE = re.compile(r"\s[-–—|]\s|[:(\uff1a]")
"""What parts the name at the beginning of a heading from what it adds."""

_ABOVE = 3
"""Headings above a link: of its section, and of parts such as "For" and "Against", whatever ranks they have."""

_NUMBER = re.compile(r"\W*\d+[.)]\s")
"""Of a heading among others: "2. Alder 500"."""

_NAMED = 0.75
"""Of the words of a name: a link that has so many of them is about what bears it."""


def labelled(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks of nothing but labelled links; behind the article, and in a text without any link, headlines too."""
    end = article_end(clipping)
    bare = not any(mark.tag == "a" for block in clipping.blocks for mark in block.marks)  # a dump has no links
    above: deque[Block] = deque(maxlen=_ABOVE)
    for index, block in enumerate(clipping.blocks):
        if _promotes(clipping, block, plain=bare or 0 < end <= index) and not _is_sections(clipping, block, above):
            yield Removal(block.start, block.end, "promo", "a single promoted link")
        if block.kind == "heading":
            above.append(block)


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


def _is_sections(clipping: Clipping, link: Block, above: Iterable[Block]) -> bool:
    """Say whether a link names what its section is about, be the section parted by headings once more."""
    words = set(fold(clipping.text_of(link)).split())
    names = (_name(clipping.text_of(heading)) for heading in above)
    return any(name and sum(word in words for word in name) >= _NAMED * len(name) for name in names)


def _name(heading: str) -> list[str]:
    """Return the words of the name that a heading is or begins with: one alone may be any word of the article's."""
    text = _NUMBER.sub("", heading)
    found = _ASIDE.search(text)
    words = fold(text[: found.start()] if found else text).split()
    return words if len(words) > 1 or found else []
