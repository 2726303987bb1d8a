"""The names that the tagger sees on a page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from morgue.indexing.discovery.tagger.features import see
from morgue.indexing.discovery.tagger.lists import the_lists
from morgue.indexing.discovery.tagger.model import LABELS, the_model
from morgue.indexing.page import Page

Kind = Literal["person", "organisation", "place", "other"]
_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}

_COLUMNS = {kind: [number for number, label in enumerate(LABELS) if label[2:] == kind] for kind in _KINDS}
"""Of each kind the labels that begin and continue a name of it."""

Masses = Mapping[str, Sequence[float]]
"""Of each kind how likely each word belongs to a name of it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words [first, last) of a page that name something, and how likely that is (0 to 1)."""

    first: int
    last: int
    kind: Kind
    chance: float


def tag(page: Page) -> list[Tagged]:
    """Return every name on a page, in order."""
    seen = see(page, the_lists())
    if not seen.spans:
        return []
    chances = the_model().chances(seen)
    masses = {kind: chances[:, columns].sum(axis=1).tolist() for kind, columns in _COLUMNS.items()}
    labels = [LABELS[best] for best in chances.argmax(axis=1).tolist()]
    found: list[Tagged] = []
    row = 0
    for first, last in seen.spans:
        behind = row + last - first
        if labels[row:behind].count("O") < behind - row:
            found += _names(first - row, labels, row, behind, masses)
        row = behind
    return found


def _names(offset: int, labels: Sequence[str], begun: int, behind: int, masses: Masses) -> Iterator[Tagged]:
    """Yield the names in rows [begun, behind), each word labelled as is likeliest for it; ``offset`` to its index."""
    for at in range(begun + 1, behind + 1):
        if at < behind and labels[at][0] == "I" and labels[at][2:] == labels[at - 1][2:]:
            continue
        kind = _KINDS.get(labels[begun][2:])
        if kind:
            yield Tagged(offset + begun, offset + at, kind, min(masses[labels[begun][2:]][begun:at]))
        begun = at
