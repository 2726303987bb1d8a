"""Teasers: the beginning of a paragraph, cut short, beside the paragraph itself; and what is pulled out of one."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from morgue.cleaning.headings import without_read_more
from morgue.letters import ends_sentence, opening, words_of
from morgue.model import Block, Clipping, Removal

_LEAST_WORDS = 5
"""Words by which a beginning is known."""

_MOST_PULLED = 60
"""Words that are pulled out of a paragraph to stand in large letters: more are quoted again on purpose."""

_CUT = re.compile(r"(?:…|\.\.\.|\[\W{1,5}\])\W*$")


Beginnings = dict[tuple[str, ...], list[tuple[Block, list[str]]]]
"""Paragraphs and their words, by the first of them."""


def teaser(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks that are a paragraph cut short, and quotations whose words stand in a longer paragraph."""
    paragraphs = [(block, words_of(clipping.text_of(block))) for block in clipping.blocks if block.kind == "paragraph"]
    beginning: Beginnings = {}
    for block, words in paragraphs:
        beginning.setdefault(tuple(words[:_LEAST_WORDS]), []).append((block, words))
    before = ""
    for block, following in zip_longest(clipping.blocks, clipping.blocks[1:]):
        text = clipping.text_of(block)
        whole = None
        if block.kind == "paragraph" or (block.kind == "heading" and block.path.startswith("line ")):
            whole = _whole(text, beginning, following)
            reason = "cut short, it begins the paragraph"
        elif block.kind == "quotation" and not before.rstrip().endswith(":"):
            whole = _around(words_of(text), paragraphs)
            reason = "pulled out of the paragraph"
        if whole:
            yield Removal(block.start, block.end, "teaser", f"{reason} “{opening(clipping.text_of(whole))}”")
        before = text


def _whole(text: str, beginning: Beginnings, following: Block | None) -> Block | None:
    """Return the paragraph that a text begins, if the text breaks off: with a mark, or right before that paragraph."""
    bare = without_read_more(text)
    marked = bare != text or _CUT.search(bare)
    words = words_of(_CUT.sub("", bare))
    if len(words) < _LEAST_WORDS or (not marked and (ends_sentence(bare) or bare.endswith(":"))):
        return None
    for block, whole in beginning.get(tuple(words[:_LEAST_WORDS]), ()):
        if len(whole) > len(words) and whole[: len(words)] == words and (marked or block == following):
            return block
    return None


def _around(words: Sequence[str], paragraphs: Sequence[tuple[Block, list[str]]]) -> Block | None:
    """Return the paragraph that holds words and more."""
    if not _LEAST_WORDS <= len(words) <= _MOST_PULLED:
        return None
    wanted = f" {' '.join(words)} "
    return next(
        (block for block, whole in paragraphs if len(whole) > len(words) and wanted in f" {' '.join(whole)} "), None
    )
