"""Dates of reduced precision: an archivist writes as much as is known."""

import re
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator

_SHAPE = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
_SMALLEST = "0001-01-01"
"""Completes a year or a month to a day that the calendar has."""


def _checked(value: str) -> str:
    if not _SHAPE.fullmatch(value):
        raise ValueError("write a date as 2025, 2025-08, 2025-08-18 or 2025-08-18T14:30:00+02:00")
    try:
        datetime.fromisoformat(value + _SMALLEST[len(value) :])
    except ValueError:
        raise ValueError("the calendar has no such date") from None
    return value


ReducedDate = Annotated[str, AfterValidator(_checked)]
"""``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or an ISO 8601 date and time, and a day that the calendar has."""


def is_before(one: str, other: str) -> bool:
    """Say whether a date is surely before another: only what both of them know is compared."""
    length = min(len(one), len(other), len(_SMALLEST))
    return one[:length] < other[:length]


def check_order(first: str | None, last: str | None) -> None:
    """Raise ValueError where what has a first and a last day ends before it begins."""
    if first and last and is_before(last, first):
        raise ValueError(f"ends ({last}) before it begins ({first})")
