"""The model: decision trees, each of which adds to or takes from the odds that a passage is the article's."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

MODEL = Path(__file__).with_name("model.json")

Tree = float | tuple[int, float, Any, Any]
"""What it adds, or a fork: the figure that is asked, the value up to which the first way is taken, and the two ways."""

_FIRST = 60
_SURE = 2.5
"""Odds that decide after so many trees: the later ones only weigh what is in doubt. Five passages in six are sure."""


@dataclass(frozen=True, slots=True)
class Model:
    """Trees grown on labelled pages by ``morgue train extraction``; ``names`` are the figures that they ask."""

    names: tuple[str, ...]
    trees: tuple[Tree, ...]

    def chance(self, row: Sequence[float]) -> float:
        """Return how likely a passage with these figures is the article's, 0 to 1."""
        odds = _sum(self.trees[:_FIRST], row)
        if abs(odds) < _SURE:
            odds += _sum(self.trees[_FIRST:], row)
        return 1 / (1 + exp(-odds))


def _sum(trees: Sequence[Tree], row: Sequence[float]) -> float:
    odds = 0.0
    for tree in trees:
        at: Any = tree
        while isinstance(at, tuple):
            at = at[2] if row[at[0]] <= at[1] else at[3]
        odds += at
    return odds


@cache
def the_model() -> Model:
    """Return the model that stands beside this module."""
    read = json.loads(MODEL.read_text("utf-8"))
    return Model(tuple(read["names"]), tuple(map(_tree, read["trees"])))


def _tree(read: Any) -> Tree:
    if not isinstance(read, list):
        return float(read)
    asked, until, below, above = read
    return asked, until, _tree(below), _tree(above)
