"""An HTML page as a browser or a crawler saved it."""

import re

SUFFIXES = (".html", ".htm")
MEDIA_TYPE = "text/html"

_HEAD = 4096
"""Bytes at the start of a file in which a browser leaves its note."""

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s<>]+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)", re.IGNORECASE)


def address_in(payload: bytes) -> str | None:
    """Return the address that the program which saved the page left in a comment, if there is one."""
    head = payload[:_HEAD].replace(b"\0", b"")  # UTF-16 reads as ASCII then
    match = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return match[1].decode("ascii", "ignore") if match else None
