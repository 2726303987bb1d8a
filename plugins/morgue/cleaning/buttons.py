"""Buttons: a few words on a line of their own that are a link to another page of the same site."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from urllib.parse import urlsplit

from morgue.address import host_of
from morgue.cleaning.prose import is_prose, link_share
from morgue.letters import count_words, ends_in_full_stop, words_of
from morgue.model import Block, Clipping, Removal

_MOST_WORDS = 6
_LINKED = 0.95
_SHARED = 0.5

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|csv|od[tsp]|zip|json|xml|mp3|mp4)$", re.IGNORECASE)
"""A link to a document may be the article's source."""


def buttons(clipping: Clipping) -> Iterator[Removal]:
    """Take paragraphs of up to six words that are wholly a link within the page's own site."""
    site = host_of(clipping.url)
    if not site:
        return
    for block, below in zip_longest(clipping.blocks, clipping.blocks[1:]):
        links = [mark.href for mark in block.marks if mark.tag == "a"]
        button = links and block.kind == "paragraph" and _is_short(clipping, block)
        if button and all(_stays(link, site) for link in links) and not (below and _heads(clipping, block, below)):
            yield Removal(block.start, block.end, "button", "a few words that are a link to another page of this site")


def _is_short(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    short = len(text) < 80 and count_words(text) <= _MOST_WORDS and not ends_in_full_stop(text)
    return short and link_share(clipping, block) >= _LINKED


def _heads(clipping: Clipping, block: Block, below: Block) -> bool:
    """Say whether the paragraph beneath speaks of the same: then the words are its headline."""
    words = set(words_of(clipping.text_of(block)))
    again = words.intersection(words_of(clipping.text_of(below)))
    return is_prose(clipping, below) and len(again) >= _SHARED * len(words)


def _stays(href: str, site: str) -> bool:
    """Say whether a link leads to another page of the site; one within the page is a table of contents' or a note's."""
    if host_of(href) != site:
        return False
    parts = urlsplit(href)
    return not _DOCUMENT.search(parts.path) and not parts.fragment
