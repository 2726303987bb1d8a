"""What the names of an archive's members say: which are no captures, and which no name that a file may have."""

import re

from morgue.authority.sidecar import SIDECAR_SUFFIX

LONGEST = 1000
"""Characters of a name, folders and all; file systems stop at 4096 bytes."""

_DEEPEST = 50
"""Folders around a member."""

_PARTS = re.compile(r"[/\\]")
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")
_CONTROL = re.compile(r"[\0-\x1f\x7f-\x9f]")

_FORKS = "__MACOSX"
"""A folder in which macOS keeps what its files have beside their content."""


def is_left_out(name: str) -> bool:
    """Say whether a member is no capture, as in a folder: hidden, a Mac's fork, or a sidecar.

    A sidecar in an archive is whoever packed it; what archivists say of it stands beside the archive.
    """
    parts = name.split("/")
    hidden = any(part.startswith(".") and part.strip(".") for part in parts)
    return hidden or _FORKS in parts or name.endswith(SIDECAR_SUFFIX)


def fault_of(name: str) -> str:
    """Return why no file may have a member's name, or nothing."""
    if not name or len(name) > LONGEST:
        return f"its name has {len(name)} characters; rename it"
    if _CONTROL.search(name):
        return "its name holds control characters; rename it"
    if _ABSOLUTE.match(name) or ".." in _PARTS.split(name):
        return "its name leads out of the archive; rename it"
    if name.count("/") > _DEEPEST:
        return f"it lies more than {_DEEPEST} folders deep; move it"
    return ""
