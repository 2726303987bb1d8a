"""A table of contents: it repeats the headings, and its links lead nowhere outside the page."""

from collections.abc import Iterator, Sequence

from morgue.cleaning.prose import link_share
from morgue.letters import fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import load

_WORDS = load("contents")
_LABELS = frozenset(map(fold, _WORDS["labels"]))
_BUTTONS = frozenset(map(fold, _WORDS["buttons"]))

_FEWEST = 3
"""Lines of a list that is taken without a label over it."""

_ALIKE = 0.8
"""Of the lines: so many must be headings of the text."""


def contents(clipping: Clipping) -> Iterator[Removal]:
    """Take the label of a table of contents, and lists whose lines are the text's headings or lead to them."""
    blocks = clipping.blocks
    headings = {fold(clipping.text_of(block)) for block in blocks if block.kind == "heading"}
    labelled = False
    for index, block in enumerate(blocks):
        text = clipping.text_of(block)
        if block.kind != "list":
            labelled = len(text) < 60 and block.kind in ("heading", "paragraph") and _is_label(fold(text))
            if labelled and not _heads(blocks[index : index + 2]):
                yield Removal(block.start, block.end, "contents", "it heads a table of contents")
        else:
            lines = [fold(line) for line in text.split("\n")]
            listed = sum(line in headings for line in lines) >= _ALIKE * len(lines)
            inward = _leads_inward(clipping, block)
            if (labelled and (listed or inward)) or (listed and inward and len(lines) >= _FEWEST):
                yield Removal(block.start, block.end, "contents", "a table of contents: the text’s own headings")
            labelled = False


def _is_label(words: str) -> bool:
    """Say whether folded words stand over a table of contents, with or without the button that opens it."""
    label, _, last = words.rpartition(" ")
    return words in _LABELS or (last in _BUTTONS and label in _LABELS)


def _leads_inward(clipping: Clipping, block: Block) -> bool:
    links = [mark.href for mark in block.marks if mark.tag == "a"]
    return bool(links) and link_share(clipping, block) >= _ALIKE and all("#" in href for href in links)


def _heads(pair: Sequence[Block]) -> bool:
    """Say whether a label is a heading over the article's sections, each of which has one of a lower rank."""
    return len(pair) == 2 and all(block.kind == "heading" for block in pair) and pair[0].level < pair[1].level
