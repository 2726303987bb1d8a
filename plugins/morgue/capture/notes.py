"""What the program that saved a page says of it in a comment."""

import re
from dataclasses import dataclass

_HEAD = 4096
"""Bytes at the start of a file in which it leaves its note."""

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(https?://[^\s<>]+?)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://[^\s<>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """Where a page was saved from, and when (ISO 8601)."""

    url: str | None = None
    captured: str | None = None


NO_NOTE = Note()


def note_in(payload: bytes) -> Note:
    """Return the note in a page."""
    head = payload[:_HEAD].replace(b"\0", b"")  # UTF-16 reads as ASCII then
    match = _SAVED_FROM.search(head) or _SINGLE_FILE.search(head)
    return Note(match[1].decode("ascii", "ignore")) if match else NO_NOTE
