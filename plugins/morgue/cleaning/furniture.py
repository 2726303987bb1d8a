"""Blocks in boxes that the page itself calls furniture: by the names in its markup, whatever they say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from morgue.cleaning.prose import is_link, is_prose
from morgue.letters import count_words
from morgue.model import Block, Clipping, Removal

_MOST = 0.25
"""Of the text: what is so much of it is the article, whatever its boxes are called (a list whose items are slides)."""

_LEAST = 100
"""Words of sentences that are an article: behind them other stories are no part of it, however many."""

_ROW = 3
"""Headings in a row, with nothing beneath them, that list something."""

_CALLED = {
    "breadcrumb": "a trail of breadcrumbs",
    "navigation": "a menu",
    "newsletter": "a newsletter’s form",
    "call": "a call to action",
    "related": "related stories",
    "author": "a box about the author",
    "share": "buttons to share",
    "tags": "tags",
    "disclosure": "a disclosure or disclaimer",
    "comments": "comments",
    "advertisement": "an advertisement",
    "popup": "a window that pops up",
    "dates": "a date",
    "form": "a form",
    "footer": "a footer",
    "sidebar": "a sidebar",
    "carousel": "a carousel",
}

_LISTING = frozenset({"navigation", "breadcrumb"})
"""Boxes that list the article's own headings, so that a heading of the text is found there first."""

_HEADED = frozenset({"call", "sidebar"})
"""Boxes of which the heading alone may be called so: what it heads stands outside."""


def furniture(clipping: Clipping) -> Iterator[Removal]:
    """Take the blocks in boxes that the page's markup calls an author's, a newsletter's, a menu and so on."""
    inside = [index for index, block in enumerate(clipping.blocks) if block.box in _CALLED]
    if not inside:
        return
    within: Counter[str] = Counter()
    for index in inside:
        within[clipping.blocks[index].box] += count_words(clipping.text_of(clipping.blocks[index]))
    most = _MOST * _count_all(clipping.extracted)
    slides = set(_slides(clipping)) if within["carousel"] else ()
    end = _told(clipping) if within["related"] > most else 0
    for index in inside:
        block = clipping.blocks[index]
        furnishes = within[block.box] <= most or (block.box == "related" and 0 < end <= index)
        if furnishes and index not in slides and not _is_articles(clipping, index):
            reason = f"it stands in what the page’s markup calls {_CALLED[block.box]}"
            yield Removal(block.start, block.end, "furniture", reason)


@lru_cache(maxsize=4)  # the rule is asked several times of each text
def _count_all(extracted: str) -> int:
    return count_words(extracted)


def _is_articles(clipping: Clipping, index: int) -> bool:
    """Say whether a block in a box is the article's: a heading of what follows, one of a row of them, a caption."""
    block = clipping.blocks[index]
    if block.kind != "heading":
        return block.kind == "caption" and block.box == "carousel"
    heads = block.box in _HEADED and _heads(clipping.blocks[index + 1 : index + 2])
    return block.box in _LISTING or heads or (block.box == "call" and _lists(clipping.blocks, index))


def _told(clipping: Clipping) -> int:
    """Return the position behind the last sentences outside of boxes, 0 where these are too few for an article."""
    told = [index for index, block in enumerate(clipping.blocks) if not block.box and is_prose(clipping, block)]
    return told[-1] + 1 if sum(count_words(clipping.text_of(clipping.blocks[index])) for index in told) >= _LEAST else 0


def _slides(clipping: Clipping) -> Iterator[int]:
    """Yield the blocks of carousels without any heading or link: what shows no stories shows the article's slides."""
    for box, group in groupby(enumerate(clipping.blocks), lambda each: each[1].box):
        run = list(group) if box == "carousel" else []
        if not any(block.kind == "heading" or is_link(clipping, block) for _, block in run):
            yield from (index for index, _ in run)


def _heads(below: Sequence[Block]) -> bool:
    """Say whether a heading stands over what is outside the box."""
    return bool(below) and below[0].kind != "heading" and not below[0].box


def _lists(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a heading is one of several in a row that all stand over nothing."""
    row = 1
    for step in (1, -1):
        at = index + step
        while row < _ROW and 0 <= at < len(blocks) and blocks[at].box == "call" and blocks[at].kind == "heading":
            row, at = row + 1, at + step
        if 0 <= at < len(blocks) and blocks[at].box == "call" and blocks[at].kind != "heading":
            return False
    return row >= _ROW
