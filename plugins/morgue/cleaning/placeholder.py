"""Placeholders: filler text, and signs for a program, that a template brought along and nobody replaced."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from morgue.letters import fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import load

_FILLER = re.compile(r"lorem ipsum\b")

_SHORTCODE = re.compile(r"\[/?(\w{2,40})(?:\s[^\[\]]{0,300})?\]")
_ALONE = re.compile(
    r"\[\[?(?:[a-z][\w-]{1,40}\s[^\[\]=]{0,400}=[^\[\]]{0,400}|[A-Za-z]+(?:_[A-Za-z0-9]+)+)\]?\]\W*"
    r"|\{\{[\w-]{1,40}\s?=[^{}]{0,400}\}\}"
)
"""A shortcode that is a whole block: a program's name with values, or one with underscores."""

_CLOSING = re.compile(r"\[/(\w{2,40})\]")
"""The second of a pair, such as "[/caption]": a note of an editor in brackets has none."""

_DATA = re.compile(r"\s*[\[{]\s*\"@(?:context|graph|id|type)\"\s*:")
"""The beginning of structured data, which a broken tag prints."""

_ICONS = frozenset(load("placeholder")["icons"])


def placeholder(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks of filler text, on pages that do not speak of it, signs for programs and names of icons."""
    filled = not _FILLER.search(fold(clipping.title))
    closed = set(_CLOSING.findall(clipping.extracted))
    title = fold(clipping.title)
    for block in clipping.blocks:
        text = clipping.text_of(block)
        if title and _DATA.match(text) and title in fold(text):
            yield Removal(block.start, block.end, "placeholder", "what the page tells programs about itself")
            continue
        if block.kind in ("quotation", "code"):
            continue
        if filled and _FILLER.match(fold(text)):
            yield Removal(block.start, block.end, "placeholder", "filler text that a template brought along")
        elif _is_sign(text[:1000].strip()):
            yield Removal(block.start, block.end, "placeholder", "a sign for a program, not replaced")
        elif closed:
            yield from _shortcodes(text, block, closed)


def _is_sign(text: str) -> bool:
    """Say whether a text is nothing but a sign for a program."""
    return text in _ICONS or bool(_ALONE.fullmatch(text))


def _shortcodes(text: str, block: Block, closed: AbstractSet[str]) -> Iterator[Removal]:
    """Take the shortcodes at a block's beginning and at its end; one inside a sentence is spoken of."""
    codes = [found for found in _SHORTCODE.finditer(text) if found[1] in closed]
    begins, ends = 0, len(text)
    for found in codes:
        if not text[begins : found.start()].strip():
            begins = found.end()
    for found in reversed(codes):
        if found.start() >= begins and not text[found.end() : ends].strip():
            ends = found.start()
    for start, end in ((0, begins), (ends, len(text))):
        if start < end:
            yield Removal(block.start + start, block.start + end, "placeholder", "a sign for a program, not replaced")
