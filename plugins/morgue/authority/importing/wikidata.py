"""Items of Wikidata, and results of its query service, as actors."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from morgue.address import slug
from morgue.authority.entries import Actor, Kind, Role
from morgue.authority.files import looks_like_id
from morgue.authority.importing.entity import Entity, Held
from morgue.authority.importing.found import Found, about
from morgue.authority.importing.names import aliases, is_name
from morgue.authority.importing.results import cells_of
from morgue.authority.importing.rows import Rows
from morgue.authority.importing.shapes import pieces
from morgue.authority.importing.table import take_table
from morgue.limits import Limits

LANGUAGES = ("en", "de", "fr", "es", "ru", "uk")
"""Those whose texts are read with word lists of their own; an actor's name is that of the first that has one."""

_MOST_ROLES = 50
"""Roles of one actor: more than anybody reads."""


def read_wikidata(
    paths: Sequence[Path], limits: Limits, languages: Sequence[str] = LANGUAGES, kind: Kind | None = None
) -> Found:
    """Return the actors of files that were downloaded from Wikidata; ``kind`` is that of items of no known kind.

    A position is named in its own item: where none of the files has that, the role is left out, with a note. Raise
    ImportFileError where a file is none of Wikidata's.
    """
    found, held = Found(), {}
    rows = Rows(found, kind)
    for path in paths:
        with about(path):
            for piece in pieces(path, limits):
                place = f"{path.name}, {piece.place}"
                if piece.broken:
                    found.tell(f"{place}: {piece.broken}")
                elif piece.entity is not None:
                    entity = Entity(piece.entity)
                    if actor := _actor(entity, place, languages, kind, found):
                        held[len(found.actors)] = tuple(islice(entity.held(), _MOST_ROLES))
                        found.add(actor)
                elif piece.row is not None:
                    rows.take(place, cells_of(piece.row))
                else:
                    take_table(rows, found, path.name, piece.table, of_query=True)
    rows.finish()
    wanted = {item for several in held.values() for each in several for item in (each.position, each.organisation)}
    named = _labels(paths, limits, languages, wanted)
    for at, several in held.items():
        actor = found.actors[at]
        found.actors[at] = actor.model_copy(update={"roles": _roles(actor.name, several, named, found)})
    return found


def _actor(entity: Entity, place: str, languages: Sequence[str], default: Kind | None, found: Found) -> Actor | None:
    """Return an item as an actor, without roles; that one is none, or cannot be, goes to ``found``."""
    kind = entity.kind or default
    if not entity.id:
        found.tell(f"{place}: has no id of an item")
        return None
    if kind is None:
        found.passed_over += 1
        return None
    name = entity.label(languages)
    if not is_name(name):
        found.tell(f"{place}: {entity.id} has no name that a text could hold")
        return None
    return Actor(
        id=slug(name),
        name=name,
        kind=kind,
        aliases=aliases(name, kind, entity.names(languages)),
        wikidata=entity.id,
        iso=entity.iso or None if kind == "country" else None,
        biography=next(filter(None, map(entity.description, languages)), ""),
    )


def _labels(paths: Sequence[Path], limits: Limits, languages: Sequence[str], wanted: set[str]) -> dict[str, str]:
    """Return the names of items, as far as the files have them: a second pass, since they may stand anywhere."""
    if not wanted - {""}:
        return {}
    entities = (Entity(piece.entity) for path in paths for piece in pieces(path, limits) if piece.entity is not None)
    return {entity.id: name for entity in entities if entity.id in wanted and (name := entity.label(languages))}


def _roles(name: str, several: Sequence[Held], named: dict[str, str], found: Found) -> tuple[Role, ...]:
    """Return the roles whose positions have a name, the newest first; of the others it is told which are missing."""
    roles: dict[Role, None] = {}
    missing = sorted({held.position for held in several if held.position not in named})
    for held in several:
        if title := named.get(held.position):
            organisation = named.get(held.organisation, "")
            roles[_role(title, "" if looks_like_id(organisation) else organisation, held)] = None
    if missing:
        found.notes.append(
            f"{name}: roles are left out, as no file has the items of their positions; download "
            f"{', '.join(missing)} too"
        )
    return tuple(sorted(roles, key=lambda role: role.since or "", reverse=True))


def _role(title: str, organisation: str, held: Held) -> Role:
    """Return a role, without dates where they are none or end before they begin."""
    said = {"title": title, "organisation": organisation or None}
    try:
        return Role.model_validate({**said, "from": held.since or None, "to": held.until or None})
    except ValidationError:
        return Role.model_validate(said)
