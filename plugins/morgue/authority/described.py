"""What archivists say of the captures in one file: its sidecar, and the rows of ``captures.csv`` that name it.

The nearer word wins, field by field: the row that names a capture's place in the file, then the one that names its URL,
then those that name a container in the file around it, then the sidecar beside the file, then the row that names the
file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from morgue.address import canonical_url
from morgue.authority.near import did_you_mean
from morgue.authority.problems import Problem
from morgue.authority.sidecar import Sidecar

_MOST_NAMES = 20_000
"""Names of captures that are remembered of a file: enough to know the right one beside a wrong one."""
_LONGEST_NAME = 2000
"""Longer ones nobody misspells by hand, and comparing them takes long."""
_MOST_COMPARED = 100_000
"""Names compared with wrong ones in one file, some seconds' worth."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of ``captures.csv`` and where it begins; ``member`` is empty where it speaks of the whole file.

    Else it is what stands behind the file and ``#``: a capture's place inside, as its origin gives it, or its URL.
    """

    file: str
    line: int
    member: str
    said: Sidecar

    @property
    def names_url(self) -> bool:
        """Say whether the row names its capture by URL."""
        return is_url(self.member)


def is_url(member: str) -> bool:
    """Say whether what stands behind ``#`` is a URL and no place in a file."""
    return member.startswith(("http://", "https://"))


def withheld_at(said: Sidecar, member: str = "") -> str | None:
    """Return the URL of what is withheld, where it is and that is written down: there it stays, capture or none."""
    return (said.url or (member if is_url(member) else None)) if said.withheld else None


NEEDS_URL = "; what is withheld needs its url once the file is gone"
"""Behind what is said where a file is missing that something is withheld of."""


class Described:
    """What is said of each capture in a file. It notes which rows met their capture: ``unmet`` are the others."""

    __slots__ = ("_members", "_met", "_names", "_read", "_urls", "_urls_known", "_whole")

    def __init__(self, sidecar: Sidecar | None = None, rows: Iterable[Row] = ()) -> None:
        """Take the file's sidecar, and the rows that name it or something in it."""
        rows = tuple(rows)
        self._whole = sidecar or Sidecar()
        for row in rows:
            if not row.member:
                self._whole = self._whole.over(row.said)
        self._members = {row.member: row for row in rows if row.member and not row.names_url}
        self._urls = {canonical_url(row.member): row for row in rows if row.names_url}
        self._met: set[Row] = set()
        self._names: set[str] = set()
        self._read = self._urls_known = True

    def of(self, member: str = "", url: str | None = None, *also: str) -> Sidecar:
        """Return what is said of one capture.

        ``member`` is what stands behind the first ``#`` of its origin, empty for a file that is one capture; ``url`` is
        the address that the file gives it, and ``also`` those that led there, the nearest first.
        """
        said = self._whole
        for row in self._rows_of(member, (*reversed(also), *([url] if url else []))):
            self._met.add(row)
            said = row.said.over(said)
        return said

    def _rows_of(self, member: str, urls: Iterable[str]) -> Iterator[Row]:
        """Yield the rows that speak of a capture inside the file, the nearest last."""
        if self._members:
            self._note(member)
            parts = member.split("#")
            around = ("#".join(parts[:count]) for count in range(1, len(parts)))
            yield from (self._members[name] for name in around if name in self._members)
        for url in urls if self._urls else ():
            self._note(url)
            if row := self._urls.get(canonical_url(url)):
                yield row
        if row := self._members.get(member):
            yield row

    def _note(self, name: str) -> None:
        if len(self._names) < _MOST_NAMES and len(name) <= _LONGEST_NAME:
            self._names.add(name)

    def failed(self, member: str) -> Sidecar:
        """Note that a capture could not be read (for no member the file): rows may have spoken of what is lost.

        Return what is said of it, as far as its place tells.
        """
        if member:
            self._urls_known = False
        else:
            self._read = False
        return self.of(member)

    def unmet(self) -> Iterator[Problem]:
        """Yield the rows that name no capture of the file, once all that are in it have been asked for."""
        judged = (*self._members.values(), *(self._urls.values() if self._urls_known else ()))
        rows = [row for row in judged if self._read and row not in self._met]
        rows = [row for row in rows if not withheld_at(row.said, row.member)]
        for number, row in enumerate(rows, start=1):
            few = number * len(self._names) <= _MOST_COMPARED
            known = (name for name in self._names if is_url(name) == row.names_url) if few else ()
            near = did_you_mean(row.member, known)
            yield Problem(row.file, row.line, f"capture: nothing in the file is {row.member}{near}")
