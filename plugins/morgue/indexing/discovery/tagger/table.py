"""The weights of features, summed up by what tells them: a key comes again and again, from one page to the next."""

from collections.abc import Mapping, Sequence
from functools import partial, reduce
from itertools import accumulate, chain, repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from morgue.indexing.discovery.tagger.lists import Lists
from morgue.indexing.discovery.tagger.parts import PLAIN, Key, features_of
from morgue.remembering import Answers

Sums = npt.NDArray[np.int32]
"""A row a place, a column a label."""

_MOST_KEPT, _STAYING = 100_000, 50_000
"""Keys that are kept, and how many stay when there are more: those that came first, as what is common
does."""
_ROOM = 10_000
"""Of them in the table at first."""


class Table:
    """A row of weights for each feature, and behind them one for each key: the sum of its features' weights."""

    def __init__(self, features: Sequence[str], weights: npt.NDArray[Any], lists: Lists) -> None:
        """Take the features, their weights (a row each, a column a label) and the lists that tell a key's features."""
        self._features = {feature: row for row, feature in enumerate(features)}
        self._nothing = len(features)
        self._used = self._nothing + 1
        self._weights = np.concatenate([weights.astype(np.int32), np.zeros((_ROOM, weights.shape[1]), np.int32)])
        self._lists = lists
        self._kept: dict[str, Answers[Key, int]] = {}
        self._added: list[Sequence[str]] = []
        self._plain: dict[str, dict[Key, int]] = {group: {} for group in PLAIN}
        for feature, row in self._features.items():
            group, _, key = feature.partition("=")
            if group in PLAIN:
                self._plain[group][tuple(key.split("|")) if "|" in key else key] = row

    def sums(self, groups: Mapping[str, Sequence[Key]]) -> Sums:
        """Return the sums of the weights of all that groups have in each place."""
        self._forget()
        rows = [self._rows_of(group, keys) for group, keys in groups.items()]
        self._fill()
        sums: Sums = reduce(np.add, [self._weights.take(each, axis=0) for each in rows])
        return sums

    def _rows_of(self, group: str, keys: Sequence[Key]) -> list[int]:
        if group in PLAIN:
            return list(map(self._plain[group].get, keys, repeat(self._nothing)))
        if group not in self._kept:
            self._kept[group] = Answers(partial(self._add, group), _MOST_KEPT)
        return list(map(self._kept[group].__getitem__, keys))

    def _add(self, group: str, key: Key) -> int:
        """Note the features of a key that is new, and return the row that it will have."""
        self._added.append(features_of(group, key, self._lists))
        return self._used + len(self._added) - 1

    def _fill(self) -> None:
        """Give the keys that were noted their rows."""
        if not self._added:
            return
        row_of, nothing = self._features.get, self._nothing
        rows = [[nothing, *map(row_of, features, repeat(nothing))] for features in self._added]
        starts = [0, *accumulate(map(len, rows))][:-1]
        behind = self._used + len(rows)
        while behind > len(self._weights):
            self._weights = np.concatenate([self._weights, np.zeros_like(self._weights)])
        weights = self._weights[[*chain.from_iterable(rows)]]
        self._weights[self._used : behind] = np.add.reduceat(weights, starts, axis=0)
        self._used, self._added = behind, []

    def _forget(self) -> None:
        """Let go of the keys that came last, where there are too many."""
        if self._used <= self._nothing + _MOST_KEPT:
            return
        behind = self._nothing + 1 + _STAYING
        for rows in self._kept.values():
            for key in [key for key, row in rows.items() if row >= behind]:
                del rows[key]
        self._used = behind
