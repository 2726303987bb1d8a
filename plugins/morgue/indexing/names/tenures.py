"""Who holds which office, and when, as the roles in the authority files say."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from morgue.authority.builtin import known_in
from morgue.authority.entries import Actor, Role
from morgue.indexing.names.offices import HEADS, phrases
from morgue.indexing.page import fold

_TITLE = re.compile(r"(?:the )?(?:(?P<before>.+?)(?:'s)? )??(?P<office>{})(?:,? (?:of|for) (?:the )?(?P<behind>.+))?")
"""A role's title: the office, and before or behind it whose it is, in English."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody holds an office of a state or a body, as a role in a file says."""

    actor: str
    office: str
    holder: str
    role: Role

    def covers(self, day: str | None) -> bool:
        """Say whether the office may be held on a day; on an unknown one it may."""
        return day is None or self.role.may_be_held_on(day)


class Tenures:
    """All of them; built once over the authority's actors."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        """Take the authority's actors, by id."""
        self._actors = actors
        self._ids = _ids_of_holders(actors)
        self.by_office: dict[str, list[Tenure]] = defaultdict(list)
        self.by_actor: dict[str, list[Tenure]] = defaultdict(list)
        for actor in actors.values():
            for tenure in self._held_by(actor):
                self.by_office[tenure.office].append(tenure)
                self.by_actor[actor.id].append(tenure)

    def holding(self, offices: frozenset[str], holder: str | None, day: str | None) -> set[str]:
        """Return who may hold one of several offices on a day; of any state or body where there is no ``holder``."""
        meant = offices.union(*(HEADS.get(office, frozenset()) for office in offices))
        tenures = (tenure for office in meant for tenure in self.by_office.get(office, ()))
        return {each.actor for each in tenures if holder in (None, each.holder) and each.covers(day)}

    def _held_by(self, actor: Actor) -> Iterator[Tenure]:
        for role in actor.roles:
            for office, holder in self._read(role):
                yield Tenure(actor.id, office, holder, role)

    def _read(self, role: Role) -> Iterator[tuple[str, str]]:
        """Yield the offices that a role's title may be for, and whose; nothing where it is none that is known."""
        title = " ".join(fold(role.title).lower().split())
        named = self._ids.get(fold(role.organisation or "").lower())
        for office, rest in _parsed(title):
            holder = self._ids.get(rest) if rest else named
            if holder is None or (named and holder != named):
                continue
            yield from ((each, holder) for each in sorted(phrases()[office]))
            return


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(phrases(), key=lambda phrase: (-len(phrase), phrase)))


def _parsed(title: str) -> Iterator[tuple[str, str]]:
    """Yield each office that a title may begin or end with, the longest first, and what else it says."""
    for office in _longest_first():
        if office in title:
            match = re.fullmatch(_TITLE.pattern.format(re.escape(office)), title)
            if match and not (match["before"] and match["behind"]):
                yield office, match["before"] or match["behind"] or ""


def _ids_of_holders(actors: Mapping[str, Actor]) -> Mapping[str, str]:
    """Return the ids of states and bodies, by id and by name in small letters: built-in ones in English."""
    ids: dict[str, str] = {}
    for key, known in known_in("en").items():
        if key in actors:
            ids |= {fold(name).lower(): key for name in (*known.names, *known.adjectives)}
    for actor in actors.values():
        if actor.kind != "person":
            ids |= {fold(alias.name).lower(): actor.id for _, alias in actor.names if not alias.conditional}
            ids[actor.id] = actor.id
    return ids
