"""What can be wrong with a capture, in a reader's words."""

_LONGEST = 200
"""Characters of a stranger's words that a message repeats."""


class CaptureError(Exception):
    """A capture that cannot be read: ``str(error)`` says why and what to do; the origin goes with it elsewhere."""


def plain(value: object) -> str:
    """Return a stranger's words on one line, short, in characters that show."""
    said = " ".join(str(value)[: 2 * _LONGEST].split())[:_LONGEST]
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in said)
