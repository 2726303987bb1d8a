"""What is lost where a copy is taken out: words of it that stand nowhere else on the page."""

from collections.abc import Iterator, Sequence

from morgue.cleaning import COPIES
from morgue.letters import fold
from morgue.model import Record

_RUN = 4
"""So many words in a row stand elsewhere or do not; fewer may do so by chance, and shorter passages are not judged."""


class Elsewhere:
    """Everything on a page, its title with it, that no rule for copies took."""

    def __init__(self, record: Record) -> None:
        extracted, position = record.clipping.extracted, 0
        self._runs = set(_runs(_words(record.clipping.title)))
        for removal in (removal for removal in record.mask.removals if removal.rule in COPIES):
            self._runs.update(_runs(_words(extracted[position : removal.start])))
            position = removal.end
        self._runs.update(_runs(_words(extracted[position:])))

    def lost(self, passage: str) -> int:
        """Return how many words of a passage stand nowhere else."""
        words = _words(passage)
        found = bytearray(len(words))
        for start, run in enumerate(_runs(words)):
            if run in self._runs:
                found[start : start + _RUN] = b"\1" * _RUN
        return len(words) - sum(found) if len(words) >= _RUN else 0


def _words(text: str) -> list[str]:
    return fold(text).split()


def _runs(words: Sequence[str]) -> Iterator[int]:
    return (hash(tuple(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1))
