"""B-cubed: how well groups agree with the true ones, seen from each member (Bagga and Baldwin, 1998)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.evaluation.shares import share


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall, each the mean over all members; ``members`` is their number."""

    precision: float
    recall: float
    members: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        return share(2 * self.precision * self.recall, self.precision + self.recall)


def b_cubed(pairs: Sequence[tuple[str, str]]) -> BCubed:
    """Return the agreement of members, each given by its group and its true group."""
    both, found, true = Counter(pairs), Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    precision = sum(count * count / found[pair[0]] for pair, count in both.items())
    recall = sum(count * count / true[pair[1]] for pair, count in both.items())
    return BCubed(share(precision, len(pairs)), share(recall, len(pairs)), len(pairs))
