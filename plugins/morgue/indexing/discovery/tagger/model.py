"""The tagger's weights, and how likely each word of a stretch begins or continues a name of each kind.

It is a linear-chain conditional random field over each stretch, trained by ``morgue train actors``.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from morgue.indexing.discovery.tagger.features import Stretch
from morgue.indexing.discovery.tagger.lists import WEIGHTS, Lists, the_lists
from morgue.indexing.discovery.tagger.parts import Part, features_of

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
_MOST_KEPT = 100_000
"""Parts whose weights are kept summed, from one page to the next."""
_ROOM = 10_000
"""Of them in the table at first."""

Odds = npt.NDArray[np.float64]


class Model:
    """Weights of features by label, and of labels that follow each other."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[Any], steps: Odds, lists: Lists) -> None:
        """Take the features, their weights (a row each, a column a label) and the weight of each step."""
        self._rows = {feature: row for row, feature in enumerate(features)}
        self._table = np.concatenate([weights.astype(np.int32), np.zeros((_ROOM, len(LABELS)), np.int32)])
        self._lists = lists
        allowed = np.array([[_may_follow(label, before) for label in LABELS] for before in LABELS])
        self._steps = np.exp(np.where(allowed, steps, _NEVER))
        self._first = np.where([label.startswith("I-") for label in LABELS], _NEVER, 0.0)
        self._kept: dict[Part, int] = {}

    def chances(self, stretches: Sequence[Stretch], texts: Sequence[str]) -> Odds:
        """Return of each word of some stretches (a row) how likely it has each label (a column)."""
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        odds = self._odds(stretches) / SCALE
        words = [texts[index] for stretch in stretches for index in range(stretch.first, stretch.last)]
        odds += _elsewhere(odds, words)
        return self._marginals(stretches, odds)

    def _odds(self, stretches: Sequence[Stretch]) -> npt.NDArray[np.int32]:
        """Return the sums of the weights of all that is seen of each word."""
        rows: list[int] = []
        starts: list[int] = []
        known, kept = self._rows, self._kept
        for stretch in stretches:
            common = [kept[part] if part in kept else self._row(part) for part in stretch.common]
            for parts, pairs in zip(stretch.parts, stretch.pairs, strict=True):
                starts.append(len(rows))
                rows += common
                for part in parts:
                    row = kept.get(part)
                    rows.append(self._row(part) if row is None else row)
                rows += [known[pair] for pair in pairs if pair in known]
        sums: npt.NDArray[np.int32] = np.add.reduceat(self._table[rows], starts, axis=0)
        return sums

    def _row(self, part: Part) -> int:
        """Return the row of the table that has the sum of a part's weights, as parts come again."""
        row = self._kept.get(part)
        if row is None:
            row = len(self._rows) + len(self._kept)
            if row == len(self._table):
                self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            features = [known for each in features_of(part, self._lists) if (known := self._rows.get(each)) is not None]
            self._table[row] = self._table[features].sum(axis=0)
            self._kept[part] = row
        return row

    def _marginals(self, stretches: Sequence[Stretch], odds: Odds) -> Odds:
        """Return the chances of each stretch by the forward-backward algorithm, those of one length together."""
        by_length: Mapping[int, list[int]] = defaultdict(list)
        start = 0
        for stretch in stretches:
            by_length[len(stretch.parts)].append(start)
            start += len(stretch.parts)
        chances = np.empty_like(odds)
        for length, starts in by_length.items():
            rows = np.array(starts)[:, None] + np.arange(length)
            chances[rows] = self._forward_backward(odds[rows])
        return chances

    def _forward_backward(self, odds: Odds) -> Odds:
        """Return the chances of stretches of one length: ``odds`` has the shape (stretches, words, labels)."""
        odds = odds.copy()
        odds[:, 0] += self._first
        own = np.exp(odds - odds.max(axis=2, keepdims=True))
        ahead, back = np.empty_like(own), np.ones_like(own)
        ahead[:, 0] = own[:, 0]
        for at in range(1, own.shape[1]):
            ahead[:, at] = (ahead[:, at - 1] @ self._steps) * own[:, at]
            ahead[:, at] /= ahead[:, at].sum(axis=1, keepdims=True)
        for at in range(own.shape[1] - 2, -1, -1):
            back[:, at] = (own[:, at + 1] * back[:, at + 1]) @ self._steps.T
            back[:, at] /= back[:, at].sum(axis=1, keepdims=True)
        both = ahead * back
        chances: Odds = both / both.sum(axis=2, keepdims=True)
        return chances


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
