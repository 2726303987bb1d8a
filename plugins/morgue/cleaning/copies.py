"""Where blocks stand a second time: runs of them, found in one pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_CUT_LETTERS = 40
"""Letters that a block which another begins with must have at least, to count as that block cut short."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as it is compared: its letters, its words, and whether it is prose, which alone begins a run."""

    letters: str
    words: int
    prose: bool
    label: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks ``copy`` to ``copy + length`` say what blocks ``source`` to ``source + length`` said before."""

    source: int
    copy: int
    length: int

    @property
    def adjacent(self) -> bool:
        """Say whether the copy follows directly upon what it copies."""
        return self.source + self.length == self.copy


def classes_of(units: Sequence[Unit]) -> list[str]:
    """Return for each unit what all its copies share: the letters of the fullest of them."""
    distinct = sorted({unit.letters for unit in units if unit.prose})
    fullest = {letters: letters for letters in distinct}
    # Sorted, a text that others begin with stands right before one of them.
    for shorter, longer in reversed(list(pairwise(distinct))):
        if len(shorter) >= _CUT_LETTERS and longer.startswith(shorter):
            fullest[shorter] = fullest[longer]
    return [fullest.get(unit.letters, unit.letters) for unit in units]


def find_runs(units: Sequence[Unit], classes: Sequence[str]) -> list[Run]:
    """Return the runs of copies in order; each copies the first place where its first prose block stands.

    Linear: what a run covers is not looked at again. Around its prose a run takes in the other blocks (headings,
    lists) that stand in both places.
    """
    first: dict[str, int] = {}
    runs: list[Run] = []
    position, covered = 0, 0
    while position < len(units):
        source = first.setdefault(classes[position], position)
        if source == position or not units[position].prose:
            position += 1
            continue
        copy, length = position, 1
        while copy + length < len(units) and source + length < copy and _same(classes, source, copy, length):
            length += 1
        while source and copy - 1 >= max(covered, source + length) and _same(classes, source, copy, -1):
            source, copy, length = source - 1, copy - 1, length + 1
        runs.append(Run(source, copy, length))
        position = covered = copy + length
    return runs


def _same(classes: Sequence[str], source: int, copy: int, offset: int) -> bool:
    return classes[source + offset] == classes[copy + offset]
