"""The version of the code that a result comes from, derived from the code itself: no number that someone must raise."""

import hashlib
import re
import sys
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

PACKAGE = Path(__file__).parents[1]

_BEHIND = frozenset(
    {"acquisition", "cache", "cli", "collation", "evaluation", "inspection", "publication", "workspace.py"}
)
"""Rooms that see a result only once it is made. What is not named here counts: better too many than too few."""

_VERSION = re.compile(r"^Version: (.+)", re.MULTILINE)
_REQUIRED = re.compile(r"^Requires-Dist: ([\w.-]+)(?!.*extra ==)", re.MULTILINE)


@cache
def version_of(*others: str) -> bytes:
    """Return a digest of all code that has a say in the per-capture rooms, but for the rooms named.

    That is the sources and tables of the package, Python, and every package that it requires, as installed.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*")):
        inside = path.relative_to(PACKAGE)
        if inside.parts[0] not in _BEHIND.union(others) and path.is_file() and path.suffix != ".pyc":
            digest.update(repr((inside.as_posix(), hashlib.sha256(path.read_bytes()).digest())).encode())
    digest.update(repr((sys.version_info[:3], unicodedata.unidata_version, _installed())).encode())
    return digest.digest()


def _installed() -> list[tuple[str, str]]:
    """Return names and versions of the installed packages that ours requires, and of what those require."""
    found: dict[str, str] = {}
    waiting = ["pelican-morgue"]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            # read by hand: importlib.metadata parses every description
            head = (distribution(name).read_text("METADATA") or "").partition("\n\n")[0]
        except PackageNotFoundError:  # of an extra, or for another platform
            continue
        found[name] = ", ".join(_VERSION.findall(head))
        waiting += map(str.lower, _REQUIRED.findall(head))
    return sorted(found.items())
