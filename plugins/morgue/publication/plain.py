"""Plain text of a stranger's page, fit to stand in HTML, XML and JSON, and cut to length."""

import re

from morgue.markup import safe_href

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
"""What XML 1.0 cannot hold or advises against, and surrogates, which no file can; and the two characters that make
a text read backwards, with which a stranger writes another name than one reads."""

_CHARACTERS_A_WORD = 8
"""Where a text has no spaces between words (Chinese, Thai) its length is counted so."""


def printable(text: str) -> str:
    """Return a text without characters that XML forbids; they would end the build."""
    return _UNPRINTABLE.sub("", text)


def line(text: str | None) -> str:
    """Return a text as one printable line."""
    return " ".join(printable(text or "").split())


def excerpt(text: str, words: int) -> str:
    """Return the first words of a text, with an ellipsis where more follows."""
    limit = words * _CHARACTERS_A_WORD
    head = printable(text[: limit * 4]).split()
    shown = " ".join(head[:words])
    if len(shown) > limit:
        shown = shown[:limit]
    return shown if len(text) <= limit * 4 and shown == " ".join(head) else f"{shown}…"


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def web_address(url: str | None) -> str:
    """Return an address that a browser may open, or nothing."""
    href = safe_href(line(url))
    return href if href.lower().startswith(("http://", "https://")) else ""
