"""Buttons: a few words on a line of their own that are a link to another page of the same site.

Before and behind the text one is called a button in the page's markup. In it, one says what others say too (what
differs, as "Juniors" and "Seniors", may head parts of the text), or stands alone beside the paragraphs, in none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from morgue.address import host_of
from morgue.cleaning.prose import link_share
from morgue.letters import count_words, ends_in_full_stop, ends_sentence, fold
from morgue.model import Block, Clipping, Removal

_MOST_WORDS = 6
_LONGEST = 80
_OFTEN = 3
"""How often a button says the same on one page: what tells parts apart differs."""

_LINKED = 0.95

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|od[tsp]|zip|json|xml|mp3|mp4)$", re.IGNORECASE)
"""A link to a document may be the article's source."""


def buttons(clipping: Clipping) -> Iterator[Removal]:
    """Take short paragraphs that are wholly a link within the page's own site and plainly a button."""
    site = host_of(clipping.url)
    if not site:
        return
    said = Counter(fold(text) for text in map(clipping.text_of, clipping.blocks) if len(text) < _LONGEST)
    told = [index for index, block in enumerate(clipping.blocks) if _is_sentence(clipping, block)]
    for index, block in enumerate(clipping.blocks):
        links = [mark.href for mark in block.marks if mark.tag == "a"]
        if not links or block.kind != "paragraph" or not _is_short(clipping, block):
            continue
        text = clipping.text_of(block)
        often = said[fold(text)]
        amid = bool(told) and told[0] < index < told[-1]
        button = stands_alone(block) and often == 1 if amid else block.box == "button"
        plain = (button and not ends_in_full_stop(text)) or often >= _OFTEN
        if plain and all(leads_within(link, site) for link in links):
            yield Removal(block.start, block.end, "button", "a few words that are a link to another page of this site")


def stands_alone(block: Block) -> bool:
    """Say whether a block is no paragraph of the page, but a link or a button that stands beside other blocks."""
    return block.path.rpartition("/")[2].startswith(("a[", "button["))


def _is_sentence(clipping: Clipping, block: Block) -> bool:
    return block.kind == "paragraph" and ends_sentence(clipping.text_of(block))


def _is_short(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    short = len(text) < _LONGEST and count_words(text) <= _MOST_WORDS
    return short and link_share(clipping, block) >= _LINKED


def leads_within(href: str, site: str) -> bool:
    """Say whether a link leads to another page of the site; one within the page is a table of contents' or a note's."""
    if host_of(href) != site:
        return False
    parts = urlsplit(href)
    return not _DOCUMENT.search(parts.path) and not parts.fragment


def each_leads_within(clipping: Clipping, block: Block) -> bool:
    """Say whether every line of a block has a link to another page of the page's own site."""
    site = host_of(clipping.url)
    starts = [mark.start for mark in block.marks if mark.tag == "a" and site and leads_within(mark.href, site)]
    at = block.start
    for line in clipping.text_of(block).split("\n"):
        if line.strip() and not any(at <= start < at + len(line) for start in starts):
            return False
        at += len(line) + 1
    return True
