"""What a format is given to look pictures up in: a file, or a member of one, and what is wanted of it."""

import io
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple

from morgue.capture.allowance import Allowance
from morgue.capture.source import MOST_NESTED, buffered, up_to
from morgue.limits import Limits

Wanted = Mapping[str, Collection[str]]
"""The pictures that are wanted of each member of a file (empty: of the file itself), by the names that
``model.Picture.sources`` has for them."""


class Held(NamedTuple):
    """A picture's bytes, the member that wants it, and the name by which that wants it."""

    member: str
    source: str
    payload: bytes


@dataclass(frozen=True)
class Album:
    """A file, or a member of one. Its stream is read once, from the start.

    ``member`` is what stands behind the first ``#`` of its origin; ``path`` is where the file lies, if on a disk.
    ``read`` yields what any album holds, ``allowance`` counts it.
    """

    file: io.BufferedReader
    name: str
    wanted: Wanted
    limits: Limits
    read: "Callable[[Album], Iterator[Held]]"
    allowance: Allowance
    path: Path | None = None
    member: str = ""
    nested: int = 0

    @property
    def own(self) -> Collection[str]:
        """Return what the file itself wants, where it is a page."""
        return self.wanted.get(self.member, ())

    def payload(self) -> bytes:
        """Return all bytes, or none where they are more than a payload may have."""
        payload = up_to(self.limits.bytes + 1, self.file)
        return payload if len(payload) <= self.limits.bytes else b""

    def members_by_source(self) -> dict[str, list[str]]:
        """Return for each name of a picture the members that want it: a file's resources may serve several pages."""
        found: dict[str, list[str]] = {}
        for member in self._members:
            for source in self.wanted[member]:
                found.setdefault(source, []).append(member)
        return found

    def inner(self, file: BinaryIO, member: str) -> Iterator[Held]:
        """Yield what is wanted of a member, which is a file itself."""
        inside = f"{self.member}#{member}" if self.member else member
        wanted = {each: self.wanted[each] for each in self._members_in(inside)}
        if wanted and self.nested < MOST_NESTED:
            name = member.rpartition("/")[2]
            yield from self.read(
                Album(
                    buffered(file), name, wanted, self.limits, self.read, self.allowance, None, inside, self.nested + 1
                )
            )

    @cached_property
    def _members(self) -> list[str]:
        return sorted(self.wanted)

    def _members_in(self, inside: str) -> Iterator[str]:
        """Yield a member and those in it that want pictures; a file may have thousands that do."""
        if inside in self.wanted:
            yield inside
        begins = f"{inside}#"
        at = bisect_left(self._members, begins)
        while at < len(self._members) and self._members[at].startswith(begins):
            yield self._members[at]
            at += 1

    def unpacked(self, file: BinaryIO, name: str) -> Iterator[Held]:
        """Yield what is wanted of this very file once it is unpacked."""
        if self.nested < MOST_NESTED:
            yield from self.read(replace(self, file=buffered(file), name=name, nested=self.nested + 1))
