"""The names of a table's columns, as its first row gives them."""

from collections.abc import Callable, Iterator, Sequence

from morgue.authority.near import did_you_mean
from morgue.authority.validation import quoted

_MOST = 100
"""Columns that are looked at."""


def wrong_names(names: Sequence[str], known: Sequence[str], is_column: Callable[[str], bool]) -> Iterator[str]:
    """Yield what is wrong with the names of columns; ``known`` are those that there are, for the nearest one."""
    if len(names) > _MOST:
        yield f"has {len(names)} columns, and there are {len(known)} to be had; is a line break missing?"
    for place, name in enumerate(names[:_MOST], start=1):
        if not name:
            yield f"column {place} has no name"
        elif name in names[: place - 1]:
            yield f"{quoted(name)}: this column stands twice"
        elif not is_column(name):
            yield f"{quoted(name)}: there is no such column{did_you_mean(name, known)}"
