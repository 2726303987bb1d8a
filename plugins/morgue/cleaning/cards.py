"""Cards among the paragraphs: an element for itself with a few words and a link to another page of the same site.

They are told by their form, whatever they say: a link that is a block beside the words, not one in a sentence, closes
them. Links that say the same three times are of a list that the article is.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from morgue.address import host_of
from morgue.cleaning.buttons import leads_within, stands_alone
from morgue.cleaning.prose import is_link, is_prose
from morgue.letters import count_words, fold
from morgue.model import Block, Clipping, Removal

_LINK_WORDS = 7
_LINK_LONGEST = 80
_LEVELS = 2
"""Elements around the link of which the first that holds anything else is the card."""

_MOST_BLOCKS = 5
_MOST_WORDS = 60

_OFTEN = 3
"""Links that say the same: what so many close are the parts of a list."""

_MOST = 0.25
"""Of the text: so many cards are what it tells."""

_SIMPLE = frozenset({"paragraph", "heading", "list", "caption"})


def cards(clipping: Clipping) -> Iterator[Removal]:
    """Take the elements behind the first paragraph that hold few words and close with a link within the site."""
    blocks = clipping.blocks
    closing = [index for index, block in enumerate(blocks) if _closes(clipping, block)]
    if not closing:
        return
    said = Counter(fold(clipping.text_of(block)) for block in blocks if block.end - block.start < _LINK_LONGEST)
    first = next((index for index, block in enumerate(blocks) if is_prose(clipping, block)), len(blocks))
    found: dict[int, Block] = {}  # by place: a card may stand inside another
    for index in closing:
        if said[fold(clipping.text_of(blocks[index]))] < _OFTEN:
            card = _card(clipping, index)
            found.update({block.start: block for block in card if index - len(card) >= first})
    if found and _words(clipping, found.values()) <= _MOST * _words(clipping, blocks):
        for _, block in sorted(found.items(), key=lambda each: each[0]):
            yield Removal(block.start, block.end, "promo", "one of a few lines that a link to another page closes")


def _closes(clipping: Clipping, block: Block) -> bool:
    """Say whether a block is a link beside other blocks that leads to another page of the same site."""
    if block.kind != "paragraph" or not block.marks or not stands_alone(block):
        return False
    links = [mark.href for mark in block.marks if mark.tag == "a"]
    site = host_of(clipping.url)
    short = block.end - block.start < _LINK_LONGEST and count_words(clipping.text_of(block)) <= _LINK_WORDS
    inward = bool(site and links) and all(leads_within(link, site) for link in links)
    return inward and short and is_link(clipping, block)


def _card(clipping: Clipping, last: int) -> Sequence[Block]:
    """Return the blocks of the smallest element around a link that holds more than it, where they make a card."""
    around = clipping.blocks[last].path
    for _ in range(_LEVELS):
        around = around.rpartition("/")[0]
        found = _within(clipping.blocks, last, f"{around}/")
        if len(found) > 1:
            fits = len(found) <= _MOST_BLOCKS and all(block.kind in _SIMPLE for block in found)
            return found if fits and _words(clipping, found) <= _MOST_WORDS else ()
    return ()


def _within(blocks: Sequence[Block], last: int, element: str) -> Sequence[Block]:
    """Return the blocks up to one that stand in an element, none where others follow, and one more than fit at most."""
    if last + 1 < len(blocks) and blocks[last + 1].path.startswith(element):
        return ()
    first = last
    while first > 0 and last - first < _MOST_BLOCKS and blocks[first - 1].path.startswith(element):
        first -= 1
    return blocks[first : last + 1]


def _words(clipping: Clipping, blocks: Iterable[Block]) -> int:
    return sum(count_words(clipping.text_of(block)) for block in blocks)
