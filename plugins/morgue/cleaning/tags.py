"""The tags and categories that an outlet files an article under: a label, and names of one to four words."""

from collections.abc import Iterator

from morgue.cleaning.prose import article_end, is_link, is_prose, link_share
from morgue.letters import count_words, ends_in_full_stop, fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import load

_LABELS = frozenset(map(fold, load("tags")["labels"]))
_LONGEST_LABEL = max(len(label.split()) for label in _LABELS)

_NAME_WORDS = 4
_MOST_WORDS = 40


def tags(clipping: Clipping) -> Iterator[Removal]:
    """Take lines of tags, and a label of tags with the names beneath it, from before and after the article's prose."""
    blocks = clipping.blocks
    end = article_end(clipping)
    first = next((index for index, block in enumerate(blocks) if is_prose(clipping, block)), 0)
    for index, block in enumerate(blocks):
        if first <= index < end or block.kind in ("quotation", "table", "code"):
            continue
        text = clipping.text_of(block)
        if _is_line(clipping, block):
            yield Removal(block.start, block.end, "tags", "the tags that the outlet files the article under")
        elif fold(text) in _LABELS and index >= end:
            names = blocks[index + 1 : index + 2]
            if names and _are_names(clipping, names[0]):
                yield Removal(block.start, block.end, "tags", "it heads the tags of the article")
                yield Removal(names[0].start, names[0].end, "tags", "the tags that the outlet files the article under")
            elif not names:
                yield Removal(block.start, block.end, "tags", "a heading of tags, nothing beneath")


def _is_line(clipping: Clipping, block: Block) -> bool:
    """Say whether a block is a label and names: behind a colon, or linked."""
    text = clipping.text_of(block)
    if count_words(text) > _MOST_WORDS or ends_in_full_stop(text):
        return False
    label, colon, names = text.replace("\uff1a", ":").partition(":")
    if colon:
        return fold(label) in _LABELS and bool(names.strip()) and _is_row(names)
    words = fold(text).split()
    begun = any(" ".join(words[:length]) in _LABELS for length in range(2, min(_LONGEST_LABEL, len(words) - 1) + 1))
    return begun and link_share(clipping, block) >= 0.5


def _is_row(names: str) -> bool:
    return all(count_words(name) <= _NAME_WORDS for name in names.replace("|", ",").replace("\n", ",").split(","))


def _are_names(clipping: Clipping, block: Block) -> bool:
    return is_link(clipping, block) and _is_row(clipping.text_of(block))
