"""The model: decision trees, each of which adds to or takes from the odds that a passage is the article's."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from morgue.extraction.correction.counts import Column

MODEL = Path(__file__).with_name("model.json")

_FIRST = 30
_SURE = 1.0
"""Odds after so many trees by which an extractor's choice stands: the others are asked of the rest alone. On 80 pages,
of 932 passages that all trees together decide otherwise than the extractor, one was settled so."""

_PRECISION = 10_000
"""Odds are added as whole numbers of this part: so the sum is the same in any order, on any machine."""

LEAVES = 16
"""Of a tree at the most: those that a row may still reach are the bits of a small number."""

_ALL = (1 << LEAVES) - 1
_LOWEST = np.zeros(1 << LEAVES, dtype=np.intp)
"""Of each such number its lowest bit."""
for _bit in range(LEAVES):
    _LOWEST[1 << _bit :: 2 << _bit] = _bit


class Model:
    """Trees grown on labelled pages by ``morgue train extraction``; ``names`` are the figures that they ask.

    A tree is what it adds, or a fork: the figure that is asked, the value up to which the first way is taken, and the
    two ways. All forks are asked at once: each that leads a row the second way rules out the leaves of its first, and
    of those that are left in the end the first is the one that the row comes to (QuickScorer, Lucchese et al. 2015).
    """

    def __init__(self, names: Sequence[str], trees: Sequence[Any]) -> None:
        self.names = tuple(names)
        forks: list[tuple[int, float, int]] = []
        adds: list[list[int]] = []
        for tree in trees:
            leaves: list[int] = []
            planted = list(_planted(tree, leaves))
            forks += planted + [(0, np.inf, 0)] * (LEAVES - 1 - len(planted))
            adds.append(leaves + [0] * (LEAVES - len(leaves)))
        shape = len(trees), LEAVES - 1, 1
        asked, until, ruled_out = zip(*forks, strict=True)
        self._asked = np.array(asked, dtype=np.intp).reshape(shape[:2])
        self._until = np.array(until).reshape(shape)
        self._ruled_out = np.array(ruled_out, dtype=np.uint16).reshape(shape)
        self._adds = np.array(adds, dtype=np.int64)

    def chances(self, rows: Column, chosen: Sequence[bool]) -> list[float]:
        """Return for each row of figures how likely such a passage, ``chosen`` or not, is the article's, 0 to 1."""
        figures = rows.T
        odds = self._sums(figures, slice(_FIRST))
        sure = _SURE * _PRECISION
        unsure = np.flatnonzero(np.where(chosen, odds < sure, odds > -sure))
        odds[unsure] += self._sums(figures[:, unsure], slice(_FIRST, None))
        return list((1 / (1 + np.exp(-odds / _PRECISION))).tolist())

    def _sums(self, figures: Column, trees: slice) -> Column:
        """Return for each row what some trees add together; ``figures`` has a column for each."""
        second_way = figures.take(self._asked[trees], axis=0) > self._until[trees]
        left = np.uint16(_ALL) ^ np.bitwise_or.reduce(second_way * self._ruled_out[trees], axis=1)
        leaves = _LOWEST[left]
        return np.asarray(np.take_along_axis(self._adds[trees], leaves, axis=1).sum(axis=0))


def _planted(tree: Any, leaves: list[int]) -> Iterator[tuple[int, float, int]]:
    """Yield a tree's forks: what each asks, up to which value, and the leaves that are ruled out where it is more.

    What its leaves add is put to ``leaves``.
    """
    if not isinstance(tree, list):
        leaves.append(round(tree * _PRECISION))
        return
    asked, until, *ways = tree
    first = len(leaves)
    yield from _planted(ways[0], leaves)
    yield asked, until, (1 << len(leaves)) - (1 << first)
    yield from _planted(ways[1], leaves)


@cache
def the_model() -> Model:
    """Return the model that stands beside this module."""
    read = json.loads(MODEL.read_text("utf-8"))
    return Model(read["names"], read["trees"])
