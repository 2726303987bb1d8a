"""The columns of ``captures.csv``: ``capture``, and the fields of sidecars."""

import re
from collections.abc import Iterator, Sequence

from morgue.authority.near import did_you_mean
from morgue.authority.sidecar import Sidecar
from morgue.authority.validation import fields_of, quoted

CAPTURE = "capture"
"""The column that names what a row speaks of."""

FIELDS = frozenset(fields_of(Sidecar))

_KNOWN = (CAPTURE, *sorted(FIELDS))
_MOST = 100
"""Columns that are looked at."""


def wrong_columns(names: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with a table's first row; without the column ``capture`` the others may be no names."""
    if CAPTURE not in names:
        parted = len(names) == 1 and re.search(r"[;\t]", names[0])
        what_to_do = "part the columns by commas" if parted else "its first line names the columns"
        yield f"has no column capture, which names the file; {what_to_do}"
    if len(names) > _MOST:
        yield f"has {len(names)} columns, and there are {len(_KNOWN)} to be had; is a line break missing?"
    for place, name in enumerate(names[:_MOST], start=1):
        if not name:
            yield f"column {place} has no name"
        elif name in names[: place - 1]:
            yield f"{quoted(name)}: this column stands twice"
        elif name not in _KNOWN and CAPTURE in names:
            yield f"{quoted(name)}: there is no such column{did_you_mean(name, _KNOWN)}"
