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
    # the first words of all stretches, then the second ones of those that have them, and so on, longer stretches first
    starts = starts[np.argsort(-sizes, kind="stable")]
    having = [int((sizes > place).sum()) for place in range(max(lengths))]
    order = np.concatenate([starts[:count] + place for place, count in enumerate(having)])
    own = np.exp(odds - odds.max(axis=1, keepdims=True))[order]
    ahead, back = own.copy(), np.ones_like(own)
    bounds = np.cumsum([0, *having]).tolist()
    places = [slice(start, start + count) for start, count in zip(bounds, having, strict=False)]
    before = [slice(start, start + count) for start, count in zip(bounds, having[1:], strict=False)]
    for earlier, here in zip(before, places[1:], strict=True):
        reached = (ahead[earlier] @ steps) * own[here]
        np.divide(reached, reached.sum(axis=1, keepdims=True), out=ahead[here])
    for earlier, here in zip(reversed(before), reversed(places[1:]), strict=True):
        reached = (own[here] * back[here]) @ steps.T
        np.divide(reached, reached.sum(axis=1, keepdims=True), out=back[earlier])
    both = ahead * back
    chances: Odds = np.empty_like(both)
    chances[order] = both / both.sum(axis=1, keepdims=True)
    return chances
