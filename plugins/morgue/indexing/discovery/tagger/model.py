"""The tagger's weights, and how likely each word of a stretch begins or continues a name of each kind.

It is a linear-chain conditional random field over each stretch, trained by ``morgue train actors``.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from typing import Any

import numpy as np
import numpy.typing as npt

from morgue.indexing.discovery.tagger.chain import Odds, marginals
from morgue.indexing.discovery.tagger.features import Seen
from morgue.indexing.discovery.tagger.lists import WEIGHTS, Lists, the_lists
from morgue.indexing.discovery.tagger.parts import Key, features_of

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
_PAIRS = frozenset({"pw", "wn"})
"""Groups of a word and its neighbour, a feature each: most pairs come once, and few have a weight."""
_MOST_KEPT = 100_000
"""Keys of other groups whose features' weights are kept summed, from one page to the next."""
_ROOM = 10_000
"""Of them in the table at first."""


class Model:
    """Weights of features by label, and of labels that follow each other."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[Any], steps: Odds, lists: Lists) -> None:
        """Take the features, their weights (a row each, a column a label) and the weight of each step."""
        self._rows = {feature: row for row, feature in enumerate(features)}
        self._nothing = len(features)
        self._used = self._nothing + 1
        self._table = np.concatenate([weights.astype(np.int32), np.zeros((_ROOM, len(LABELS)), np.int32)])
        self._lists = lists
        allowed = np.array([[_may_follow(label, before) for label in LABELS] for before in LABELS])
        self._steps = np.exp(np.where(allowed, steps, _NEVER))
        self._first = np.where([label.startswith("I-") for label in LABELS], _NEVER, 0.0)
        self._kept: dict[str, dict[Key, int]] = defaultdict(dict)
        self._pairs: dict[str, dict[Key, int]] = {group: {} for group in _PAIRS}
        for feature, row in self._rows.items():
            group, _, words = feature.partition("=")
            if group in _PAIRS:
                self._pairs[group][tuple(words.split("|"))] = row

    def chances(self, seen: Seen) -> Odds:
        """Return of each word of a page's stretches (a row) how likely it has each label (a column)."""
        if self._used > self._nothing + _MOST_KEPT:
            self._kept.clear()
            self._used = self._nothing + 1
        self._keep({**seen.common, **seen.own})
        lengths = [last - first for first, last in seen.spans]
        odds = (self._sums(seen.own) + np.repeat(self._sums(seen.common), lengths, axis=0)) / SCALE
        odds += _elsewhere(odds, seen.words)
        return marginals(odds, lengths, self._first, self._steps)

    def _sums(self, groups: Mapping[str, Sequence[Key]]) -> npt.NDArray[np.int32]:
        """Return the sums of the weights of all that groups have in each place."""
        rows = [
            [self._pairs[group].get(key, self._nothing) for key in keys]
            if group in _PAIRS
            else list(map(self._kept[group].__getitem__, keys))
            for group, keys in groups.items()
        ]
        sums: npt.NDArray[np.int32] = reduce(np.add, [self._table.take(each, axis=0) for each in rows])
        return sums

    def _keep(self, groups: Mapping[str, Sequence[Key]]) -> None:
        """Give each key that is new a row of the table with the sum of its features' weights, as keys come again."""
        known, rows = self._rows, list[int]()
        starts: list[int] = []
        for group, keys in groups.items():
            kept = self._kept[group]
            for key in () if group in _PAIRS else set(keys).difference(kept):
                kept[key] = self._used + len(starts)
                starts.append(len(rows))
                rows.append(self._nothing)
                rows += [known[feature] for feature in features_of(group, key, self._lists) if feature in known]
        behind = self._used + len(starts)
        while behind > len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        if starts:
            self._table[self._used : behind] = np.add.reduceat(self._table[rows], starts, axis=0)
        self._used = behind


def _may_follow(label: str, before: str) -> bool:
    return not label.startswith("I-") or before[2:] == label[2:]


def _elsewhere(odds: Odds, words: Sequence[str]) -> Odds:
    """Return what to add to each word's odds for what its other places on the page say of its kind."""
    kinds = np.stack([odds[:, kind == _KINDS].max(axis=1) for kind in range(5)], axis=1)
    kinds -= kinds.mean(axis=1, keepdims=True)
    numbers: dict[str, int] = {}
    which = np.array([numbers.setdefault(word, len(numbers)) for word in words])
    others = np.bincount(which)[which] - 1
    sums = np.stack([np.bincount(which, weights=column)[which] for column in kinds.T], axis=1) - kinds
    capitalised = np.array([word[0].isupper() for word in words])
    mean = np.clip(sums / np.maximum(others, 1)[:, None], -_MOST, _MOST)
    share = np.where((others > 0) & capitalised, _ALIKE, 0.0)
    added: Odds = (mean * share[:, None])[:, _KINDS]
    return added


@cache
def the_model() -> Model:
    """Return the model that stands in the folder of weights."""
    with np.load(MODEL) as read:
        features = bytes(read["features"]).decode().split("\n")
        return Model(features, read["weights"], read["steps"] / SCALE, the_lists())
