"""Disclosures of a page that earns by its links: the law asks for them, the article does not."""

import re
from collections.abc import Iterator

import ahocorasick

from morgue.letters import count_words, small
from morgue.model import Clipping, Removal
from morgue.remembering import remembered
from morgue.vocabulary import any_of, load

_MOST_WORDS = 90
"""A disclosure is a short block; an article about affiliate links goes on."""

_LONGEST = 900

_WORDS = load("disclosure")
_ALONE = re.compile(any_of(_WORDS["alone"]))
_EARNS = re.compile(any_of(_WORDS["earns"]))
_LINKS = re.compile(any_of(_WORDS["links"]))

_HINTS = ahocorasick.Automaton()
for _hint in _WORDS["hints"]:
    _HINTS.add_word(_hint, None)
_HINTS.make_automaton()


def disclosure(clipping: Clipping) -> Iterator[Removal]:
    """Take short blocks in which the page says that it earns by its links."""
    for block in clipping.blocks:
        if block.kind in ("paragraph", "heading", "caption") and _discloses(clipping.text_of(block)):
            yield Removal(block.start, block.end, "disclosure", "the page says that it earns by its links")


@remembered
def _discloses(text: str) -> bool:
    if len(text) > _LONGEST or count_words(text) > _MOST_WORDS:
        return False
    letters = small(text)
    hinted = next(_HINTS.iter(letters), None) is not None
    return hinted and bool(_ALONE.search(letters) or (_EARNS.search(letters) and _LINKS.search(letters)))
