"""How much of a stranger's file is read: beyond it there is a named failure, and the rest of the archive is built."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read.

    Bytes of one payload (unpacked), elements of its tree and their depth, seconds that a page may take, members of one
    archive file (records of a WARC, files of a zip), and how many times its size that may unpack to.
    """

    bytes: int = 20_000_000
    nodes: int = 50_000
    depth: int = 200
    seconds: float = 60
    members: int = 1_000_000
    ratio: int = 250


STANDARD = Limits()
"""What no honest page reaches."""
