"""Titles of works and names of things between quotation marks: nobody says them. His book “Hard Times”."""

import re

from morgue.indexing.page import Page
from morgue.indexing.quotes.quoted import Quoted

_WORD = re.compile(r"[^\W\d_][\w'’]*")
_LONGEST = 12
"""Words of the longest title that is looked at."""

_SMALL = 3
"""Letters of the small words in a title ("The Wind in the Willows")."""


def is_title(page: Page, text: str, run: Quoted) -> bool:
    """Say whether a run is what a work or a thing is called, by its capitals and by the word right before it."""
    at = page.index_at(run.open) - 1
    words = _WORD.findall(text, run.start, min(run.end, run.start + 200))
    if at < 0 or not 0 < len(words) <= _LONGEST or not words[0][0].isupper() or text[run.end - 1] in "!?":
        return False
    before, gap = page.words[at], page.text[page.words.ends[at] : run.open]
    named = before.text.lower() in page.vocabulary.works
    if named and gap == " " and (len(words) <= _SMALL or "," in page.text[page.words.ends[at - 1] : before.start]):
        return True  # the ship “Vasa”; a declaration, called “Our seas are ours”
    capitals = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > _SMALL)
    if not capitals or not page.vocabulary.title_case:
        return False
    lists = page.vocabulary
    placed = before.text == "'s" or before.text in lists.prepositions or before.text in lists.addressing
    return (named and gap in (" ", ", ")) or (placed and gap == " ")
