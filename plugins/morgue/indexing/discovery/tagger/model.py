"""The tagger's weights, and how likely each word of a stretch begins or continues a name of each kind.

It is a linear-chain conditional random field over each stretch, trained by ``morgue train actors``.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from morgue.indexing.discovery.tagger.features import Seen, Stretch
from morgue.indexing.discovery.tagger.forms import form_features
from morgue.indexing.discovery.tagger.lists import WEIGHTS, Lists, the_lists

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
_MOST_KEPT = 50_000

Odds = npt.NDArray[np.float64]


class Model:
    """Weights of features by label, and of labels that follow each other."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[Any], steps: Odds, lists: Lists) -> None:
        """Take the features, their weights (a row each, a column a label) and the weight of each step."""
        self._rows = {feature: row for row, feature in enumerate(features)}
        self._weights = weights.astype(np.int32)
        self._lists = lists
        allowed = np.array([[_may_follow(label, before) for label in LABELS] for before in LABELS])
        self._steps = np.exp(np.where(allowed, steps, _NEVER))
        self._first = np.where([label.startswith("I-") for label in LABELS], _NEVER, 0.0)
        self._kept: dict[tuple[str, str], npt.NDArray[np.int32]] = {}

    def chances(self, stretches: Sequence[Stretch], texts: Sequence[str]) -> list[Odds]:
        """Return for each stretch, of each of its words (a row) how likely it has each label (a column)."""
        if not stretches:
            return []
        odds = np.array([self._odds(seen) for stretch in stretches for seen in stretch.seen]) / SCALE
        words = [texts[index] for stretch in stretches for index in range(stretch.first, stretch.last)]
        odds += _elsewhere(odds, words)
        return self._marginals(stretches, odds)

    def _odds(self, seen: Seen) -> npt.NDArray[np.int32]:
        rows = [row for feature in seen.place if (row := self._rows.get(feature)) is not None]
        total: npt.NDArray[np.int32] = self._weights[rows].sum(axis=0)
        for role, word in seen.words:
            total = total + self._of_form(role, word)
        return total

    def _of_form(self, role: str, word: str) -> npt.NDArray[np.int32]:
        """Return the sum of the weights of a word in a role; it is kept, as words come again."""
        known = self._kept.get((role, word))
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            rows = [self._rows[each] for each in form_features(role, word, self._lists) if each in self._rows]
            known = self._kept[role, word] = self._weights[rows].sum(axis=0)
        return known

    def _marginals(self, stretches: Sequence[Stretch], odds: Odds) -> list[Odds]:
        """Return the chances of each stretch by the forward-backward algorithm, those of one length together."""
        by_length: Mapping[int, list[int]] = defaultdict(list)
        starts = np.cumsum([0, *(len(stretch.seen) for stretch in stretches)])
        for number, stretch in enumerate(stretches):
            by_length[len(stretch.seen)].append(number)
        chances: list[Odds] = [np.empty(0)] * len(stretches)
        for length, numbers in by_length.items():
            rows = np.array([starts[number] for number in numbers])[:, None] + np.arange(length)
            found = self._forward_backward(odds[rows])
            for number, each in zip(numbers, found, strict=True):
                chances[number] = each
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
