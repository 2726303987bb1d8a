"""Patterns as archivists write them: RE2's regular expressions, whose time is linear whatever text they meet."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

import re2

_MOST = 100
"""Places in one block that a pattern is looked for: each costs a pass over the rest of the block at the most."""


def check_pattern(text: str) -> str:
    """Return a pattern that can stand. Raise ValueError, in a reader's words, for one that cannot."""
    try:
        compiled = _compiled(text)
    except re2.error as error:
        [said] = error.args
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        raise ValueError(f"is no pattern that RE2 knows: {reason}") from None
    if compiled.search("") is not None:
        raise ValueError("fits an empty text, and so everywhere; say what must stand there")
    return text


def found(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a checked pattern fits a text, from left to right."""
    for match in islice(_compiled(pattern).finditer(text), _MOST):
        start, end = match.span()
        if start < end:
            yield start, end


@lru_cache(maxsize=1024)
def _compiled(text: str) -> "re2._Regexp":
    options = re2.Options()
    options.log_errors = False  # an error is told with its file and line instead
    return re2.compile(unicodedata.normalize("NFC", text), options)
