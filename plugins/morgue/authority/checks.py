"""What no file can say alone: names that must exist, hosts that must not be claimed twice, circles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from pydantic import BaseModel

from morgue.authority.entries import Actor, Outlet, Topic
from morgue.authority.files import Filed, looks_like_id
from morgue.authority.near import did_you_mean
from morgue.authority.problems import Problem
from morgue.authority.sidecar import Sidecar
from morgue.authority.yaml_source import Keys

Actors = Mapping[str, Filed[Actor]]
Topics = Mapping[str, Filed[Topic]]


def check_actors(actors: Actors, known: frozenset[str]) -> Iterator[Problem]:
    """Yield what an actor's file says of other actors that cannot be."""
    for filed in actors.values():
        if filed.entry.part_of:
            yield from _unknown(filed, ("part-of",), "actor", [filed.entry.part_of], known)
        for number, role in enumerate(filed.entry.roles):
            if role.organisation and looks_like_id(role.organisation):
                path = ("roles", number, "organisation")
                yield from _unknown(filed, path, "actor", [role.organisation], known)
    owners: dict[str, Filed[Actor]] = {}
    for filed in actors.values():
        owner = owners.setdefault(filed.entry.wikidata or filed.file, filed)
        if owner is not filed:
            item = filed.entry.wikidata
            yield filed.problem(
                ("wikidata",), f"wikidata: {item} is that of {owner.file} too; one file speaks for an item"
            )
    wholes = {key: [filed.entry.part_of] for key, filed in actors.items() if filed.entry.part_of}
    for circle in _circles(wholes):
        yield actors[circle[0]].problem(("part-of",), f"part-of: goes in a circle ({' > '.join(circle)})")


def check_topics(topics: Topics, known: frozenset[str]) -> Iterator[Problem]:
    """Yield broader topics that there are not, or that are their own narrower ones."""
    for filed in topics.values():
        yield from _unknown(filed, ("broader",), "topic", filed.entry.broader, known)
    for circle in _circles({key: filed.entry.broader for key, filed in topics.items()}):
        yield topics[circle[0]].problem(("broader",), f"broader: goes in a circle ({' > '.join(circle)})")


def check_outlets(outlets: Mapping[str, Filed[Outlet]]) -> Iterator[Problem]:
    """Yield hosts that two files speak for, or that are not written as addresses have them."""
    owners: dict[str, Filed[Outlet]] = {}
    for filed in outlets.values():
        for number, host in enumerate(filed.entry.hosts):
            path = ("hosts", number)
            plain = host.lower().removeprefix("www.")
            if host != plain:
                yield filed.problem(path, f"hosts: {host!r} must be in lower case and without www.: {plain}")
            owner = owners.setdefault(plain, filed)
            if owner is not filed:
                yield filed.problem(path, f"hosts: {plain} stands in {owner.file} too; one file speaks for a host")


def check_sidecars(
    sidecars: Iterable[Filed[Sidecar]], topics: frozenset[str], actors: frozenset[str]
) -> Iterator[Problem]:
    """Yield topics and actors that a sidecar names and that there are not."""
    for filed in sidecars:
        yield from _unknown(filed, ("topics",), "topic", filed.entry.topics or (), topics)
        yield from _unknown(filed, ("actors",), "actor", filed.entry.actors or (), actors)


def _unknown(
    filed: Filed[BaseModel], path: Keys, kind: str, named: Sequence[str], known: frozenset[str]
) -> Iterator[Problem]:
    for number, name in enumerate(named):
        if name not in known:
            yield filed.problem((*path, number), f"{path[-1]}: there is no {kind} {name!r}" + did_you_mean(name, known))


def _circles(above: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield each circle once, from its first name in the alphabet on and back to it."""
    graph = {name: list(targets) for name, targets in above.items()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1][:0:-1]
            first = circle.index(min(circle))
            circle = circle[first:] + circle[:first]
            graph[circle[0]].remove(circle[1 % len(circle)])
            yield [*circle, circle[0]]
        else:
            return
