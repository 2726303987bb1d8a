"""Which persons that the machine found are one: by the archive as a whole, where that leaves no second bearer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from morgue.address import slug
from morgue.authority.entries import Actor
from morgue.indexing.discovery.found import BARE
from morgue.model import NamedActor, Record

_MIDDLE = re.compile(r"(?<=\S) (?:[^\W\d_]\.? )+(?=\S{2})")
"""Initials between a given name and a surname."""


def same_persons(records: Iterable[Record], actors: Mapping[str, Actor]) -> dict[str, tuple[str, str]]:
    """Return for the ids of persons who go by another id that id and the name that goes with it.

    "Vladimir V. Putin" is Vladimir Putin where nobody else has other initials between the same names; ``actors`` are
    those with an authority file, by id, whether a page names them or not. A surname alone is the one person of the
    archive who bears it. Nobody who has an authority file goes by another id.
    """
    persons = [actor for actor in actors.values() if actor.kind == "person"]
    filed = {slug(name): (actor.id, name) for actor in persons for _, name in actor.telling}
    names: dict[str, str] = {}
    known = {actor.id for actor in persons}
    bare: dict[str, str] = {}
    for record in records:
        for actor in record.actors:
            if actor.kind != "person":
                continue
            if is_bare(actor):
                bare[actor.id] = actor.name
            else:
                names[actor.id] = min(names.get(actor.id, actor.name), actor.name)  # whatever record comes first
    full = {identity: identity for identity in names} | {name: identity for name, (identity, _) in filed.items()}
    same = _by_initials({**{key: name for key, (_, name) in filed.items()}, **names}, known, full)
    bearers: dict[str, set[str]] = defaultdict(set)
    for identity, name in names.items():
        bearers[slug(name.rpartition(" ")[2])].add(same.get(identity, identity))
    for identity in bare.keys() - names.keys():
        found = bearers.get(identity, set())
        if len(found) == 1:
            same[identity] = next(iter(found))
    names |= {actor.id: actor.name for actor in persons}
    return {identity: (one, names[one]) for identity, one in sorted(same.items())}


def is_bare(actor: NamedActor) -> bool:
    """Say whether an actor is a surname alone, everywhere in a clipping."""
    return not actor.known and bool(actor.mentions) and all(mention.rule == BARE for mention in actor.mentions)


def _by_initials(names: Mapping[str, str], known: set[str], full: Mapping[str, str]) -> dict[str, str]:
    """Return of each name with initials in its middle the id of the one without, where no other initials go with it.

    ``full`` are the ids of names without initials, by their slugs.
    """
    with_initials: dict[str, set[str]] = defaultdict(set)
    for identity, name in names.items():
        plain = slug(_MIDDLE.sub(" ", name, count=1))
        if plain != identity and plain in full:
            with_initials[full[plain]].add(identity)
    return {
        next(iter(several)): plain
        for plain, several in with_initials.items()
        if len(several) == 1 and not several <= known
    }
