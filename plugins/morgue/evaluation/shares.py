"""Means and shares, 0 of nothing."""

from collections.abc import Iterable


def mean(values: Iterable[float]) -> float:
    """Return the mean of values, 0 where there are none; of truths, the share that is true."""
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def share(part: float, whole: float) -> float:
    """Return a part of a whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def total_seconds(times: Iterable[float | None]) -> float:
    """Return the sum of times, 0 where one was not measured."""
    found = list(times)
    return 0.0 if None in found else sum(time for time in found if time is not None)
