"""The right name nearest to a wrong one."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean X?`` to end a message with, or nothing where no known name is near."""
    spelled = {name.casefold(): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.casefold().replace(" ", "-"), spelled, n=1)
    return f"; did you mean {spelled[near[0]]}?" if near else ""
