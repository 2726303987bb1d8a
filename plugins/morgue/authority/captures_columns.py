"""The columns of ``captures.csv``: ``capture``, and the fields of sidecars."""

import re
from collections.abc import Iterator, Sequence

from morgue.authority.column_names import wrong_names
from morgue.authority.sidecar import Sidecar
from morgue.authority.validation import fields_of

CAPTURE = "capture"
"""The column that names what a row speaks of."""

FIELDS = frozenset(fields_of(Sidecar))

_KNOWN = (CAPTURE, *sorted(FIELDS))


def wrong_columns(names: Sequence[str]) -> Iterator[str]:
    """Yield what is wrong with a table's first row; without the column ``capture`` the others may be no names."""
    if CAPTURE not in names:
        parted = len(names) == 1 and re.search(r"[;\t]", names[0])
        what_to_do = "part the columns by commas" if parted else "its first line names the columns"
        yield f"has no column capture, which names the file; {what_to_do}"
    yield from wrong_names(names, _KNOWN, lambda name: name in _KNOWN or CAPTURE not in names)
