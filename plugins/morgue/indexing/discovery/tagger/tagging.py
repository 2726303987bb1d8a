"""The names that the tagger sees on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from morgue.indexing.discovery.tagger.features import see
from morgue.indexing.discovery.tagger.lists import the_lists
from morgue.indexing.discovery.tagger.model import LABELS, Odds, the_model
from morgue.indexing.page import Page

Kind = Literal["person", "organisation", "place", "other"]
_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words [first, last) of a page that name something, and how likely that is (0 to 1)."""

    first: int
    last: int
    kind: Kind
    chance: float


def tag(page: Page) -> list[Tagged]:
    """Return every name on a page, in order."""
    stretches = see(page, the_lists())
    chances = the_model().chances(stretches, page.words.texts)
    return [each for stretch, found in zip(stretches, chances, strict=True) for each in _names(stretch.first, found)]


def _names(first: int, chances: Odds) -> Iterator[Tagged]:
    """Yield the names in a stretch, each word labelled as is likeliest for it."""
    labels = [LABELS[best] for best in chances.argmax(axis=1)]
    begun = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or not _continues(labels[at], labels[at - 1]):
            kind = _KINDS.get(labels[begun][2:])
            if kind:
                yield Tagged(first + begun, first + at, kind, _chance(labels[begun:at], chances[begun:at]))
            begun = at


def _continues(label: str, before: str) -> bool:
    return label.startswith("I-") and label[2:] == before[2:]


def _chance(labels: Sequence[str], chances: Odds) -> float:
    """Return how likely the least likely of some words belongs to a name of their kind."""
    kind = labels[0][2:]
    columns = [number for number, label in enumerate(LABELS) if label[2:] == kind]
    return float(chances[:, columns].sum(axis=1).min())
