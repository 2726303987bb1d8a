"""A program's data printed as text, such as {"articleBody": "…"}, that says what the article says."""

import json
from collections.abc import Iterator

from morgue.letters import runs_of, words_of
from morgue.model import Clipping, Removal

_LEAST_WORDS = 25
_SAID = 0.8
"""Of the runs of words in the data: with fewer in the other blocks it tells something of its own."""


def fields(clipping: Clipping) -> Iterator[Removal]:
    """Take blocks that are one object of JSON, where the rest of the text holds nearly all of its words."""
    data = {block: words_of(strings) for block in clipping.blocks if (strings := _strings(clipping.text_of(block)))}
    if not data:
        return
    others = [clipping.text_of(block) for block in clipping.blocks if block not in data]
    said = {run for text in others for run in runs_of(words_of(text))}
    for block, words in data.items():
        runs = list(runs_of(words))
        if len(words) >= _LEAST_WORDS and sum(run in said for run in runs) >= _SAID * len(runs):
            yield Removal(block.start, block.end, "repeat", "a program's data, with the text of the article again")


def _strings(text: str) -> str:
    """Return the texts in an object of JSON, or nothing."""
    try:
        waiting = [json.loads(text)] if text.startswith("{") else []
    except (ValueError, RecursionError):
        return ""
    strings = []
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            strings.append(value)
        elif isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
    return "\n".join(strings)
