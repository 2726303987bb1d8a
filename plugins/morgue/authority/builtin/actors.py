"""Who the built-in authority knows, and what of it holds beside an archive's own files."""

from collections.abc import Mapping
from functools import cache

from morgue.address import slug
from morgue.authority.builtin.tables import countries, organisations
from morgue.authority.entries import Actor


@cache
def built_in_actors() -> Mapping[str, Actor]:
    """Return every built-in actor by id, without the names that languages give them: those are read when asked for."""
    states = [Actor(id=slug(name), name=name, kind="country", iso=iso) for name, iso in countries().items()]
    bodies = [
        Actor(id=key, **{field: body[field] for field in ("name", "kind", "part-of") if field in body})
        for key, body in organisations().items()
    ]
    return {actor.id: actor for actor in (*states, *bodies)}


def with_built_in(filed: Mapping[str, Actor]) -> tuple[dict[str, Actor], frozenset[str]]:
    """Return an archive's actors and the built-in ones, and the ids of those whose built-in names count.

    A file overrides the built-in actor of its id field by field. One of another id that has the same ``iso``, or the
    same name and is no person's, takes the built-in actor's place.
    """
    taken = {actor.iso: actor.id for actor in filed.values() if actor.iso}
    named = {actor.name: actor.id for actor in filed.values() if actor.kind != "person"}
    standing = {
        key: actor
        for key, actor in built_in_actors().items()
        if taken.get(actor.iso or "", key) == key and named.get(actor.name, key) == key
    }
    overridden = {key: _overridden(standing[key], actor) for key, actor in filed.items() if key in standing}
    return {**standing, **filed, **overridden}, frozenset(standing)


def _overridden(built_in: Actor, filed: Actor) -> Actor:
    return built_in.model_copy(update={field: getattr(filed, field) for field in filed.model_fields_set})
