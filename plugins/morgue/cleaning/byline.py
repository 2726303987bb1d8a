"""The line under a headline with who wrote it and when: both are metadata and stand over the article."""

import re
from collections.abc import Iterator

from morgue.cleaning.prose import is_prose
from morgue.letters import count_words, fold
from morgue.model import Block, Clipping, Removal
from morgue.vocabulary import any_of, load

_FIRST_BLOCKS = 4
"""Blocks among which it stands: the section's name, the title and a standfirst may come before."""

_HEAD = 8
"""Blocks among which a line stands that says what it is: of a reading time or an update."""

_MOST_WORDS = 20

_MONTH = r"[^\W\d_]{3,12}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_DATE = re.compile(
    rf"\b(?:{_DAY}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日)"
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:am|pm|h)\b|\b\d{1,2}\s(?=min)", re.IGNORECASE
)

_READING = re.compile(r"\b\d{1,2}\s?(?:min|мин|хв|分)", re.IGNORECASE)
"""How long an article takes to read: no date, yet no text either."""

_RECENT = re.compile(
    rf"\b(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH})(?!\w)|\b\d{{1,2}} (?:minutes?|hours?|days?|weeks?|months?) ago\b",
    re.IGNORECASE,
)
"""A day without its year, or counted from today: only beside a reading time or what says that it is an update's."""

_WORDS = load("byline")
_NEUTRAL = re.compile(rf"(?<!\S){any_of(_WORDS['words'])}(?!\S)")
_UPDATED = re.compile(rf"{any_of(_WORDS['updated'])}(?!\S)")
_LEADS = re.compile(rf"{any_of(_WORDS['leads'])}\s+(?=\S)")


def is_date_line(text: str) -> bool:
    """Say whether a text holds nothing but when the page was written or updated."""
    return not _NEUTRAL.sub(" ", f" {fold(_without_dates(text))} ").strip()


def _without_dates(text: str) -> str:
    return _TIME.sub(" ", _DATE.sub(" ", text))


def byline(clipping: Clipping) -> Iterator[Removal]:
    """Take a line among the first blocks that holds nothing but author, outlet, date, time and reading time."""
    names = sorted(
        filter(None, map(fold, (*clipping.byline, clipping.source or ""))), key=lambda name: (-len(name), name)
    )
    years = {day[:4] for day in (clipping.published, clipping.updated) if day}
    opened = False
    for index, block in enumerate(clipping.blocks[:_HEAD]):
        text = clipping.text_of(block)
        opened = opened or is_prose(clipping, block)
        if not _may_be_one(block, text):
            continue
        rest = _without_dates(text)
        undated = bool(_READING.search(text) or _UPDATED.match(fold(text)))
        if undated:
            rest = _RECENT.sub(" ", _READING.sub(" min ", rest))
        # "3 May 1915" alone may head a diary's entry: behind prose, or of another year, it does not date the page
        stated = undated or not years or any(year in text for year in years)
        if index >= _FIRST_BLOCKS and not undated:
            continue
        dated = rest != text and (undated or not opened) and stated
        words = fold(rest)
        rest = f" {words} "
        for name in names:
            rest = rest.replace(f" {name} ", " ")
        named = rest.strip() != words or bool(_LEADS.match(words))
        if (dated or named) and not _NEUTRAL.sub(" ", rest).strip():
            yield Removal(
                block.start, block.end, "byline", "a line with nothing but the author, the outlet or the date"
            )


def _may_be_one(block: Block, text: str) -> bool:
    """Say whether a block is short and of a kind that such a line has; as a heading it begins as one does."""
    of_kind = block.kind in ("paragraph", "list") or (block.kind == "heading" and bool(_LEADS.match(fold(text))))
    return of_kind and bool(text) and count_words(text) <= _MOST_WORDS
