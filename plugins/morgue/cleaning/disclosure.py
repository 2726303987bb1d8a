"""Disclosures of a page that earns by its links: the law asks for them, the article does not."""

import re
from collections.abc import Iterator

from morgue.letters import count_words, remembered
from morgue.model import Clipping, Removal
from morgue.vocabulary import any_of, load

_MOST_WORDS = 90
"""A disclosure is a short block; an article about affiliate links goes on."""

_LONGEST = 900

_WORDS = load("disclosure")
_HINTS = tuple(_WORDS["hints"])
_ALONE = re.compile(any_of(_WORDS["alone"]), re.IGNORECASE)
_EARNS = re.compile(any_of(_WORDS["earns"]), re.IGNORECASE)
_LINKS = re.compile(any_of(_WORDS["links"]), re.IGNORECASE)


def disclosure(clipping: Clipping) -> Iterator[Removal]:
    """Take short blocks in which the page says that it earns by its links."""
    for block in clipping.blocks:
        if block.kind in ("paragraph", "heading", "caption") and _discloses(clipping.text_of(block)):
            yield Removal(block.start, block.end, "disclosure", "the page says that it earns by its links")


@remembered
def _discloses(text: str) -> bool:
    if len(text) > _LONGEST or not any(map(text.lower().__contains__, _HINTS)) or count_words(text) > _MOST_WORDS:
        return False
    return bool(_ALONE.search(text) or (_EARNS.search(text) and _LINKS.search(text)))
