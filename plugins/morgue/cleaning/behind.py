"""What stands behind the article in another part of the page: offices, offers, cards of other stories.

The rule goes by places alone, whatever a block says and whatever its box is called. What an article has in a part of
its own goes by what it is: notes, questions and answers, lists, tables, pictures, text that runs on.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from morgue.cleaning.prose import element_around, is_link, is_prose
from morgue.letters import ends_in_full_stop, fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import load

_MOST_OUTSIDE = 0.1
"""Of what is told in sentences, how much may stand outside of the article's element: with more of it outside, the
article is told in several places."""

_LEAST = 600
"""Characters of sentences by which the article's place is known."""

_MOST_BEHIND = 0.3
"""Of all characters: where more stands behind the sentences, the page is a round-up, and its cards are the article."""

_SOURCES = frozenset(map(fold, load("sources")["headings"]))
"""Headings of what belongs to an article, wherever it stands."""

_NOTE = re.compile(r"[\[(^]?1[\])]?[.:]?\s|[*†‡§¹]")
"""How the first of the notes begins that the article refers to; another number may be a house's or a telephone's."""

_QUESTION_MARKS = ("?", "\uff1f", "\u061f")


def behind(clipping: Clipping) -> Iterator[Removal]:
    """Take the parts of the page behind the one element that holds the article's sentences."""
    blocks = clipping.blocks
    body = _body(clipping)
    if not body:
        return
    end = next(index for index in range(len(blocks), 0, -1) if not _outside(blocks[index - 1], body))
    if _length(blocks[end:]) > _MOST_BEHIND * _length(blocks):
        return
    for _, group in groupby(blocks[end:], lambda block: _part(block, body)):
        part = tuple(group)
        if not _belongs(clipping, part):
            for block in part:
                yield Removal(block.start, block.end, "behind", "it stands behind the article, in a part of its own")


def _length(blocks: Sequence[Block]) -> int:
    return sum(block.end - block.start for block in blocks)


def _body(clipping: Clipping) -> str:
    """Return the path of the smallest element that holds nearly all that is told in sentences, or nothing."""
    inside = [
        (block.path.split("/"), block.end - block.start)
        for block in clipping.blocks
        if block.kind == "paragraph" and block.path and is_prose(clipping, block)
    ]
    total = sum(length for _, length in inside)
    body: list[str] = []
    while total >= _LEAST:
        depth = len(body)
        held: Counter[str] = Counter()
        for steps, length in inside:
            if depth < len(steps) - 1:
                held[steps[depth]] += length
        step, most = max(held.items(), key=lambda item: item[1], default=("", 0))
        if most < (1 - _MOST_OUTSIDE) * total:
            break
        body.append(step)
        inside = [(steps, length) for steps, length in inside if depth < len(steps) - 1 and steps[depth] == step]
    return "/".join(body)


def _outside(block: Block, body: str) -> bool:
    """Say whether a block stands outside of an element: it is not in it, does not hold it, and its place is known."""
    return not f"{block.path}/".startswith(f"{body}/") and not body.startswith(f"{block.path}/")


def _part(block: Block, body: str) -> str:
    """Return the largest element around a block that does not hold the article too."""
    steps = block.path.split("/")
    for length, (step, other) in enumerate(zip(steps, body.split("/"), strict=False), 1):
        if step != other:
            return "/".join(steps[:length])
    return block.path


def _belongs(clipping: Clipping, part: Sequence[Block]) -> bool:
    """Say whether a part may belong to the article: by its kind, as notes or sources, as answers, as text."""
    texts = [clipping.text_of(block) for block in part]
    if any(_is_told(clipping, block) for block in part):
        return True
    if any(fold(text) in _SOURCES or _NOTE.match(text) for text in texts):
        return True
    if sum(text.rstrip().endswith(_QUESTION_MARKS) for text in texts) > 1:
        return True
    around = [element_around(block) if is_prose(clipping, block) else "" for block in part]
    runs_on = any(one and one == other for one, other in pairwise(around))
    return runs_on or ends_in_full_stop(texts[0])


def _is_told(clipping: Clipping, block: Block) -> bool:
    """Say whether a block is of a kind that articles have in parts of their own: a recipe's list, a caption."""
    return block.kind in ("table", "code", "quotation", "caption") or (
        block.kind == "list" and not is_link(clipping, block)
    )
