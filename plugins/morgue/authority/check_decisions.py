"""Decisions on actors that contradict each other or the authority files."""

from collections.abc import Iterator
from dataclasses import dataclass

from morgue.address import canonical_url
from morgue.authority.decisions import REST, Decisions
from morgue.authority.files import Filed, looks_like_id
from morgue.authority.problems import Problem
from morgue.authority.yaml_source import Keys


@dataclass(frozen=True, slots=True)
class _Named:
    """An id that a line names: where it is written, and the end that it comes to there, or nothing if it lives on."""

    id: str
    path: Keys
    end: str = ""


def check_decisions(filed: Filed[Decisions], known: frozenset[str]) -> Iterator[Problem]:
    """Yield ids that must have a file, or must not, and ids that come to two ends or live on behind one."""
    named = list(_named(filed.entry))
    ends: dict[str, str] = {}
    for each in named:
        if not looks_like_id(each.id):
            yield _problem(filed, each, f"{each.id!r} is no id; an id is written like-this")
        elif each.end and ends.setdefault(each.id, each.end) != each.end:
            yield _problem(filed, each, f"{each.id} {ends[each.id]} already")
    for each in named:
        if not each.end and each.id in ends:
            yield _problem(filed, each, f"{each.id} {ends[each.id]}; name what becomes of it, or keep one of the two")
        elif each.id in known and each.path[0] in ("rename", "reject"):
            yield _problem(filed, each, f"{each.id} has a file in actors/; change that instead")
        elif each.id in known and each.end == _PARTED:
            yield _problem(filed, each, f"{each.id} has a file in actors/; mark its names there as ambiguous instead")
        elif each.id in known and each.path[0] == "merge" and each.path[1] not in known:
            yield _problem(filed, each, f"{each.id} has a file in actors/, {each.path[1]} has none; write that first")
    for whole, parts in filed.entry.split.items():
        yield from _parted(filed, whole, parts)


_PARTED = "is parted"


def _named(decisions: Decisions) -> Iterator[_Named]:
    for stays, several in decisions.merge.items():
        yield _Named(stays, ("merge", stays))
        yield from (_Named(gone, ("merge", stays, at), f"goes into {stays}") for at, gone in enumerate(several))
    for whole, parts in decisions.split.items():
        yield _Named(whole, ("split", whole), _PARTED)
        yield from (_Named(part, ("split", whole, part)) for part in parts)
    yield from (_Named(actor, ("rename", actor)) for actor in decisions.rename)
    yield from (_Named(actor, ("reject", at), "is rejected") for at, actor in enumerate(decisions.reject))


def _parted(filed: Filed[Decisions], whole: str, parts: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Yield what is wrong with the parts of an actor."""
    if len(parts) < 2:
        yield filed.problem(("split", whole), f"split: {whole} needs at least two parts")
    owners: dict[str, str] = {}
    for part, clippings in parts.items():
        for at, clipping in enumerate(clippings):
            owner = owners.setdefault(clipping if clipping == REST else canonical_url(clipping), part)
            if owner != part:
                path = ("split", whole, part, at)
                yield filed.problem(path, f"split: {clipping} is {owner}'s above; it can mean one of them")


def _problem(filed: Filed[Decisions], named: _Named, message: str) -> Problem:
    return filed.problem(named.path, f"{named.path[0]}: {message}")
