"""The names that the tagger sees on a page."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from morgue.indexing.discovery.tagger.features import see
from morgue.indexing.discovery.tagger.lists import the_lists
from morgue.indexing.discovery.tagger.model import LABELS, the_model
from morgue.indexing.page import Page

Kind = Literal["person", "organisation", "place", "other"]
_NAMES: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
_KINDS = [_NAMES.get(label[2:], "other") for label in LABELS]
_INSIDE = [label.startswith("I-") for label in LABELS]
"""Of each label the kind of name that it is for, and whether it goes on with a name."""

_OTHER = [LABELS.index(f"{'B' if label[0] == 'I' else 'I'}-{label[2:]}") if label[2:] else 0 for label in LABELS]
"""Of each label the other one of its kind."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words [first, last) of a page that name something, and how likely that is (0 to 1)."""

    first: int
    last: int
    kind: Kind
    chance: float


def tag(page: Page) -> list[Tagged]:
    """Return every name on a page, in order, each word labelled as is likeliest for it."""
    seen = see(page, the_lists())
    if not seen.spans:
        return []
    chances = the_model().chances(seen)
    best, rows = chances.argmax(axis=1), np.arange(len(chances))
    labels, masses = best.tolist(), (chances[rows, best] + chances[rows, np.take(_OTHER, best)]).tolist()
    indexes = [index for first, last in seen.spans for index in range(first, last)]
    found: list[Tagged] = []
    begun = 0
    for row in np.flatnonzero(best).tolist():
        kind, before = _KINDS[labels[row]], labels[row - 1] if row else 0
        if before and _INSIDE[labels[row]] and _KINDS[before] == kind:
            found.pop()  # it goes on
        else:
            begun = row
        found.append(Tagged(indexes[begun], indexes[row] + 1, kind, min(masses[begun : row + 1])))
    return found
