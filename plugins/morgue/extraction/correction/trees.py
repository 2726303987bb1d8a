"""The model: decision trees, each of which adds to or takes from the odds that a passage is the article's."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

MODEL = Path(__file__).with_name("model.json")

_FIRST = 30
_SURE = 1.0
"""Odds after so many trees by which an extractor's choice stands: the others are asked of the rest alone. On 80 pages,
of 932 passages that all trees together decide otherwise than the extractor, one was settled so."""

_PRECISION = 10_000
"""Odds are added as whole numbers of this part: so the sum is the same in any order, on any machine."""


class Model:
    """Trees grown on labelled pages by ``morgue train extraction``; ``names`` are the figures that they ask.

    A tree is what it adds, or a fork: the figure that is asked, the value up to which the first way is taken, and the
    two ways. All forks stand in one table; a leaf is a fork that leads to itself both ways.
    """

    def __init__(self, names: Sequence[str], trees: Sequence[Any]) -> None:
        self.names = tuple(names)
        forks: list[tuple[int, float, int, int, int]] = []
        self._roots = np.array([_plant(tree, forks) for tree in trees], dtype=np.intp)
        asked, until, below, above, adds = zip(*forks, strict=True)
        self._asked, self._until = np.array(asked, dtype=np.intp), np.array(until)
        self._below, self._above = np.array(below, dtype=np.intp), np.array(above, dtype=np.intp)
        self._adds = np.array(adds, dtype=np.int64)

    def chances(self, rows: Sequence[Sequence[float]], chosen: Sequence[bool]) -> list[float]:
        """Return for each row of figures how likely such a passage, ``chosen`` or not, is the article's, 0 to 1."""
        if not rows:
            return []
        table = np.array(rows, dtype=np.float64)
        odds = self._sums(table, self._roots[:_FIRST])
        sure = _SURE * _PRECISION
        unsure = np.flatnonzero(np.where(chosen, odds < sure, odds > -sure))
        odds[unsure] += self._sums(table[unsure], self._roots[_FIRST:])
        return list((1 / (1 + np.exp(-odds / _PRECISION))).tolist())

    def _sums(self, table: "np.ndarray[Any, Any]", roots: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
        """Return for each row of a table what trees add together."""
        at = np.tile(roots, (len(table), 1))
        row, tree = np.indices(at.shape).reshape(2, -1)
        while len(row):
            fork = at[row, tree]
            ahead = np.where(table[row, self._asked[fork]] <= self._until[fork], self._below[fork], self._above[fork])
            at[row, tree] = ahead
            going = self._below[ahead] != ahead
            row, tree = row[going], tree[going]
        return np.asarray(self._adds[at].sum(axis=1))


def _plant(tree: Any, forks: list[tuple[int, float, int, int, int]]) -> int:
    """Add a tree's forks and leaves to the table and return where it begins."""
    at = len(forks)
    if not isinstance(tree, list):
        forks.append((0, 0.0, at, at, round(tree * _PRECISION)))
        return at
    forks.append((0, 0.0, 0, 0, 0))
    asked, until, *ways = tree
    below, above = (_plant(way, forks) for way in ways)
    forks[at] = (asked, until, below, above, 0)
    return at


@cache
def the_model() -> Model:
    """Return the model that stands beside this module."""
    read = json.loads(MODEL.read_text("utf-8"))
    return Model(read["names"], read["trees"])
