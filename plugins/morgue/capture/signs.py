"""The first bytes of a file, by which a page is told from other text, and text from anything else."""

import re

_BEGINS = re.compile(rb"<(?:!doctype\s+html|html|head|title|meta|body|!--|\?xml)\b", re.IGNORECASE)

_CONTROL = bytes({*range(32), 127} - {9, 10, 12, 13, 27})
_TEXT = 0.9
"""Of a text's bytes: signs that are no control characters."""


def begins_page(head: bytes) -> bool:
    """Say whether a file begins as nothing but a page does."""
    return bool(_BEGINS.match(_start(head)))


def begins_with_tag(head: bytes) -> bool:
    """Say whether the first sign of a text is that of a tag."""
    return _start(head[:64]).startswith(b"<")


def is_text(head: bytes) -> bool:
    """Say whether a file may be a text in some charset: next to no control characters but for UTF-16's zeros."""
    start = head[:512].replace(b"\0", b"")
    return len(start.translate(None, _CONTROL)) >= _TEXT * len(start)


def _start(head: bytes) -> bytes:
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
