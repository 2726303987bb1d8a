"""A transcript: THE MINISTRY: The bridge is closed. Each turn is a quote without marks."""

import re
from collections import Counter

from morgue.indexing.page import Page
from morgue.indexing.quotes.quoted import Quoted

_TURN = re.compile(r"^[ \t]*(?P<label>[^\W\d_][^:\n“\"„«]{1,60}):[ \t]+(?P<words>[^\s“\"„«][^\n]*\S)", re.MULTILINE)

_LEAST = 3
"""Turns of a transcript, one of whose labels comes again; a list of facts ("Place: …") has each label once."""


def turns(page: Page) -> list[Quoted]:
    """Return what stands behind each label of a transcript; whether a label is a speaker's, its rule says."""
    if page.text.count(":") < _LEAST:
        return []
    found = [turn for turn in _TURN.finditer(page.text) if _is_label(turn["label"])]
    labels = Counter(turn["label"] for turn in found)
    if len(found) < _LEAST or len(labels) < 2 or labels.most_common(1)[0][1] < 2:
        return []
    return [Quoted(*turn.span("words"), *turn.span("words"), marked=False) for turn in found]


def _is_label(label: str) -> bool:
    """Say whether every longer word has a capital, as in a name with its office."""
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", label) if len(word) > 3)
