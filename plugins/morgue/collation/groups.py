"""Union-find in which some members may never meet."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Groups of members that only grow."""

    def __init__(self, members: Iterable[str]) -> None:
        """Take the members, each a group of its own."""
        self._parents = {member: member for member in members}
        self._groups = {member: [member] for member in self._parents}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def part(self, first: str, second: str) -> None:
        """Say that two members never share a group; to be said before any join."""
        self._apart[first].add(second)
        self._apart[second].add(first)

    def join(self, first: str, second: str) -> bool:
        """Make one group of two, unless that brings together what was parted; return whether they are one now."""
        one, other = self._root(first), self._root(second)
        if one == other:
            return True
        if len(self._groups[one]) < len(self._groups[other]):
            one, other = other, one
        if any(self._root(enemy) == one for member in self._groups[other] for enemy in self._apart.get(member, ())):
            return False
        self._parents[other] = one
        self._groups[one] += self._groups.pop(other)
        return True

    def members(self) -> list[list[str]]:
        """Return every group, sorted."""
        return sorted(sorted(group) for group in self._groups.values())

    def _root(self, member: str) -> str:
        while self._parents[member] != member:
            self._parents[member] = self._parents[self._parents[member]]
            member = self._parents[member]
        return member
