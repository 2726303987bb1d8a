"""What the program that saved a page says of it in a comment."""

import re
from dataclasses import dataclass

from morgue.capture.said import address, moment_written

_HEAD = 8192
"""Bytes at the start of a file in which it leaves its note."""

_SAVED_FROM = re.compile(rb"<!--\s*+saved from url=\(\d{1,6}\)([^\r\n<>]*?)-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(rb"<!--\s*+(?:Page saved with|Archive processed by) SingleFile([^<>]*+)", re.IGNORECASE)
_URL = re.compile(rb"^\s*url:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^\s*saved date:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Note:
    """Where a page was saved from, and when (ISO 8601)."""

    url: str | None = None
    captured: str | None = None


NO_NOTE = Note()


def note_in(payload: bytes) -> Note:
    """Return the note in a page."""
    head = payload[:_HEAD].replace(b"\0", b"")  # UTF-16 reads as ASCII then
    if saved := _SAVED_FROM.search(head):
        return Note(address(_text(saved[1])))
    if saved := _SINGLE_FILE.search(head):
        url, date = _URL.search(saved[1]), _SAVED.search(saved[1])
        return Note(url and address(_text(url[1])), date and moment_written(_text(date[1])))
    return NO_NOTE


def _text(said: bytes) -> str:
    return said.decode("utf-8", "ignore")
