"""Lines of Chinese and Japanese: a break between two of their signs parts no words."""

import re
from collections.abc import Iterable

_WIDE = (
    "[\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uff66-\uff9f\U00020000-\U0003fffd]"
)
"""The signs of both, and the marks that are as wide."""

_SIGN = re.compile(_WIDE)
_BREAK = re.compile(rf"(?<={_WIDE})[ \t\r]*\n[ \t\r\n]*(?={_WIDE})")


def without_breaks(text: str) -> str:
    """Return running text without the line breaks that its source has between such signs."""
    return _BREAK.sub("", text) if _SIGN.search(text) else text  # far faster where there is none


def joined_lines(lines: Iterable[str]) -> str:
    """Return lines that were wrapped as running text."""
    return without_breaks("\n".join(lines)).replace("\n", " ")
