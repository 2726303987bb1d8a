"""The right name nearest to a wrong one."""

import difflib
from collections.abc import Iterable
from functools import lru_cache


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean X?`` to end a message with, or nothing where no known name is near."""
    near = _nearest(word, frozenset(known))
    return f"; did you mean {near}?" if near else ""


@lru_cache  # one wrong id may stand in thousands of sidecars
def _nearest(word: str, known: frozenset[str]) -> str:
    spelled = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.casefold().replace(" ", "-"), spelled, n=1)
    return spelled[near[0]] if near else ""
