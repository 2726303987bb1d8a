"""The tagger's weights, and how likely each word of a stretch begins or continues a name of each kind.

It is a linear-chain conditional random field over each stretch, trained by ``morgue train actors``.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np

from morgue.indexing.discovery.tagger.chain import Odds, marginals
from morgue.indexing.discovery.tagger.features import Seen
from morgue.indexing.discovery.tagger.lists import WEIGHTS, the_lists
from morgue.indexing.discovery.tagger.table import Table

MODEL = WEIGHTS / "actors.npz"

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
SCALE = 1024
"""Weights are kept as whole numbers of this part: so their sum is the same in any order, on any machine."""

_NEVER = -30.0
_KINDS = np.array([0, 1, 1, 2, 2, 3, 3, 4, 4])
_ALIKE = 0.5
"""How much of what a word's other places on the page say of its kind is added to what its own place says."""
_MOST = 6.0
"""What the other places may say at the most, so that no single one settles it."""


class Model:
    """Weights of features by label, and of labels that follow each other."""

    def __init__(self, table: Table, steps: Odds) -> None:
        """Take the weights of the features and the weight of each step (from a label, to a label)."""
        self._table = table
        allowed = np.array([[_may_follow(label, before) for label in LABELS] for before in LABELS])
        self._steps = np.exp(np.where(allowed, steps, _NEVER))
        self._first = np.where([label.startswith("I-") for label in LABELS], _NEVER, 0.0)

    def chances(self, seen: Seen) -> Odds:
        """Return of each word of a page's stretches (a row) how likely it has each label (a column)."""
        lengths = [last - first for first, last in seen.spans]
        own, common = self._table.sums(seen.own), self._table.sums(seen.common)
        odds = (own + np.repeat(common, lengths, axis=0)) / SCALE
        odds += _elsewhere(odds, seen.words)
        return marginals(odds, lengths, self._first, self._steps)


def _may_follow(label: str, before: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


def _elsewhere(odds: Odds, words: Sequence[str]) -> Odds:
    """Return what to add to each word's odds for what its other places on the page say of its kind."""
    kinds = np.concatenate([odds[:, :1], odds[:, 1:].reshape(len(words), -1, 2).max(axis=2)], axis=1)
    kinds -= kinds.mean(axis=1, keepdims=True)
    numbers: dict[str, int] = {}
    which = np.array([numbers.setdefault(word, len(numbers)) for word in words])
    others = np.bincount(which)[which] - 1
    sums = np.zeros((len(numbers), kinds.shape[1]))
    np.add.at(sums, which, kinds)
    mean = np.clip((sums[which] - kinds) / np.maximum(others, 1)[:, None], -_MOST, _MOST)
    capitalised = np.array([word[0].isupper() for word in words])
    share = np.where((others > 0) & capitalised, _ALIKE, 0.0)
    added: Odds = (mean * share[:, None])[:, _KINDS]
    return added


@cache
def the_model() -> Model:
    """Return the model that stands in the folder of weights."""
    with np.load(MODEL) as read:
        features = bytes(read["features"]).decode().split("\n")
        return Model(Table(features, read["weights"], the_lists()), read["steps"] / SCALE)
