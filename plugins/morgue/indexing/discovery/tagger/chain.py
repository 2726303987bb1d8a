"""The forward-backward algorithm: how likely each word of a stretch has each label, its neighbours considered."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Odds = npt.NDArray[np.float64]
"""A row a word, a column a label."""


def marginals(odds: Odds, lengths: Sequence[int], first: Odds, steps: Odds) -> Odds:
    """Return the chances of each word's labels from their odds, those of one stretch in row.

    ``first`` is added to the odds of a stretch's first word, ``steps`` are factors (from a label, to a label).
    """
    sizes = np.array(lengths)
    starts = np.cumsum(sizes) - sizes
    odds[starts] += first
    own = np.exp(odds - odds.max(axis=1, keepdims=True))
    ahead, back = own.copy(), np.ones_like(own)
    starts = starts[np.argsort(-sizes, kind="stable")]
    longer = [int((sizes > at).sum()) for at in range(max(lengths))]  # stretches that have a word there
    for at in range(1, len(longer)):
        rows = starts[: longer[at]] + at
        reached = (ahead[rows - 1] @ steps) * own[rows]
        ahead[rows] = reached / reached.sum(axis=1, keepdims=True)
    for at in range(len(longer) - 1, 0, -1):
        rows = starts[: longer[at]] + at
        reached = (own[rows] * back[rows]) @ steps.T
        back[rows - 1] = reached / reached.sum(axis=1, keepdims=True)
    both = ahead * back
    chances: Odds = both / both.sum(axis=1, keepdims=True)
    return chances
