"""Decisions that contradict each other or the authority files."""

from collections.abc import Iterator
from itertools import combinations

from morgue.authority.entries import Decisions
from morgue.authority.files import Filed, looks_like_id
from morgue.authority.near import did_you_mean
from morgue.authority.problems import Problem


def check_decisions(filed: Filed[Decisions], known: frozenset[str], built_in: frozenset[str]) -> Iterator[Problem]:
    """Yield ids that must stand for an actor's file and do not, or must not and do, and words taken back."""
    yield from _merges(filed, known | built_in)
    decisions = filed.entry
    found: list[tuple[str, str | int, str]] = [("rename", key, key) for key in decisions.rename]
    found += [("reject", number, key) for number, key in enumerate(decisions.reject)]
    for field, place, key in found:
        if key in known:
            yield filed.problem((field, place), f"{field}: {key} has a file in actors/; change that instead")
        elif field == "rename" and key in built_in:
            yield filed.problem((field, place), f"rename: {key} is built in; name it in a file, actors/{key}.md")
        elif not looks_like_id(key):
            yield filed.problem((field, place), f"{field}: {key!r} is no id; an id is written like-this")
    same = {frozenset(pair) for group in decisions.same for pair in combinations(group, 2)}
    for number, group in enumerate(decisions.different):
        for one, other in combinations(group, 2):
            if {one, other} in same:
                yield filed.problem(("different", number), f"different: {one} and {other} are the same above; keep one")


def _merges(filed: Filed[Decisions], known: frozenset[str]) -> Iterator[Problem]:
    gone: dict[str, str] = {}
    for stays, into in filed.entry.merge.items():
        if stays not in known:
            near = did_you_mean(stays, known)
            yield filed.problem(
                ("merge", stays), f"merge: there is no actor {stays!r}{near or '; write its file first'}"
            )
        for number, key in enumerate(into):
            path = ("merge", stays, number)
            if not looks_like_id(key):
                yield filed.problem(path, f"merge: {key!r} is no id; an id is written like-this")
            elif key in filed.entry.merge:
                yield filed.problem(path, f"merge: {key} stays and goes at once; merge all into the one that stays")
            elif gone.setdefault(key, stays) != stays:
                yield filed.problem(path, f"merge: {key} goes into {gone[key]} already")
