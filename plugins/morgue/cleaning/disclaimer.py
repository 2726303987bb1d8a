"""Legal boilerplate at the end of a page: disclaimers, copyright and reprint lines."""

import re
from collections.abc import Iterator

from morgue.cleaning.prose import is_prose
from morgue.letters import count_words, ends_sentence, fold, opening, small
from morgue.model import Block, Clipping, Removal
from morgue.remembering import remembered
from morgue.vocabulary import any_of, load

_WORDS = load("disclaimer")
_HEADINGS = frozenset(map(fold, _WORDS["headings"]))
_LEGAL = re.compile(any_of(_WORDS["phrases"]))
_SELF = re.compile(rf"\b{any_of(_WORDS['itself'])}\b")
_RIGHTS = re.compile(any_of(_WORDS["rights"]))

_LONGEST = 5000
_SECTION_BLOCKS = 6

_RIGHTS_WORDS = 60
"""A line about rights is short; a paragraph that only mentions them is an article's."""


def disclaimer(clipping: Clipping) -> Iterator[Removal]:
    """Take disclaimers and lines about rights, with their heading, from after the article's last paragraph."""
    blocks = clipping.blocks
    last = _last_section(clipping)
    found = {
        index: Removal(blocks[index].start, blocks[index].end, "disclaimer", "the page’s last section is a disclaimer")
        for index in range(last, len(blocks))
    }
    for index in range(last - 1, -1, -1):
        block = blocks[index]
        headed = index > 0 and _is_heading(clipping, blocks[index - 1])
        if _is_rights_line(clipping, block):
            found[index] = Removal(block.start, block.end, "disclaimer", "a line about copyright or reprinting")
        elif _is_disclaimer(clipping, block, headed=headed):
            found[index] = Removal(
                block.start, block.end, "disclaimer", "legal boilerplate about warranty or liability"
            )
        elif index + 1 in found and _is_heading(clipping, block):
            reason = f"it heads the passage that begins “{opening(clipping.text_of(blocks[index + 1]))}”"
            found[index] = Removal(block.start, block.end, "disclaimer", reason)
        elif is_prose(clipping, block) or block.kind in ("quotation", "table", "code"):
            yield from (found[position] for position in sorted(found))
            return
    # No paragraph is left: the page is about what is said there.


def _last_section(clipping: Clipping) -> int:
    """Return where a section begins that is headed as a disclaimer and goes on to the end of the page, or the end."""
    blocks = clipping.blocks
    for index in range(max(1, len(blocks) - _SECTION_BLOCKS), len(blocks) - 1):
        below = blocks[index + 1 :]
        texts = [clipping.text_of(block) for block in below]
        plain = all(block.kind == "paragraph" for block in below) and sum(map(len, texts)) <= _LONGEST
        if plain and _is_heading(clipping, blocks[index]) and any(map(_LEGAL.search, map(small, texts))):
            return index
    return len(blocks)


def _is_disclaimer(clipping: Clipping, block: Block, *, headed: bool) -> bool:
    text = clipping.text_of(block)
    if block.kind != "paragraph" or len(text) > _LONGEST:
        return False
    label, colon, _ = text[:60].partition(":")
    named = headed or (bool(colon) and fold(label) in _HEADINGS)
    if not (named or _speaks_of_itself(text)):
        return False
    return len(set(_LEGAL.findall(small(text)))) >= (1 if named else 2)


def _is_rights_line(clipping: Clipping, block: Block) -> bool:
    return block.kind in ("paragraph", "caption", "heading") and _claims_rights(clipping.text_of(block))


@remembered
def _claims_rights(text: str) -> bool:
    return len(text) < 1000 and count_words(text) <= _RIGHTS_WORDS and bool(_RIGHTS.search(small(text)))


@remembered
def _speaks_of_itself(text: str) -> bool:
    return bool(_SELF.search(small(text)))


def _is_heading(clipping: Clipping, block: Block) -> bool:
    text = clipping.text_of(block)
    return len(text) < 80 and (text.rstrip().endswith(":") or not ends_sentence(text)) and fold(text) in _HEADINGS
