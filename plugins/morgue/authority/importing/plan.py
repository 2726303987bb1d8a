"""What an import writes and what it leaves alone: no file that is there is ever changed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from morgue.authority.actor_file import actor_text
from morgue.authority.check_names import check_names, spelled
from morgue.authority.checks import check_actors
from morgue.authority.entries import Actor
from morgue.authority.files import Filed, looks_like_id
from morgue.authority.importing.found import Found
from morgue.authority.importing.marks import Marks
from morgue.authority.problems import Problem
from morgue.authority.yaml_source import Source


@dataclass(slots=True)
class Plan:
    """The files to be written, by id; what those that are there would have had beside; and who is left out and why."""

    texts: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def plan(found: Found, there: Mapping[str, Actor], files: Collection[str]) -> Plan:
    """Return what becomes of the actors that were found.

    ``there`` are the actors that the archive knows, by id, and ``files`` the ids of those that have a file: of the
    others an import may write one.
    """
    made = Plan(left_out=list(found.wrong), notes=list(found.notes))
    wanted: dict[str, Actor] = {}
    signs = {sign: key for key, actor in there.items() for sign in _signs(actor, filed=key in files)}
    for actor in found.actors:
        if actor.id and not looks_like_id(actor.id):
            made.left_out.append(f"{actor.name}: {actor.id!r} is no id; an id is written like-this")
            continue
        same = (signs[sign] for sign in _signs(actor, filed=False) if sign in signs)
        key = next(same, "") or _own_id(actor, there, wanted)
        known = there.get(key)
        if not key:
            made.left_out.append(f"{actor.name}: no id can be made of this name; give it one")
        elif key in files:
            made.kept.append(f"{key}.md is there and stays as it is" + _news(known, actor))
        elif key in wanted:
            if wanted[key].wikidata != actor.wikidata or not actor.wikidata:
                made.left_out.append(
                    f"{actor.name}: another one of this import has the id {key}; give it one of its own"
                )
        else:
            wanted[key] = actor.model_copy(update={"id": key})
    _add_those_that_can_stand(made, wanted, {key: actor for key, actor in there.items() if key not in wanted})
    return made


def _signs(actor: Actor, *, filed: bool) -> Iterator[tuple[str, str]]:
    """Yield what tells that two entries are of one actor; the name does where no file speaks for one of them yet."""
    if actor.wikidata:
        yield "wikidata", actor.wikidata
    if actor.iso and actor.kind == "country":
        yield "iso", actor.iso
    if not filed:
        yield actor.kind, spelled(actor.name)


def _own_id(actor: Actor, there: Mapping[str, Actor], wanted: Mapping[str, Actor]) -> str:
    """Return an actor's id, with the number of its item where another item has that id."""
    number = (actor.wikidata or "").lower()
    other = there.get(actor.id) or wanted.get(actor.id)
    if not actor.id or (number and other and other.wikidata and other.wikidata != actor.wikidata):
        return "-".join(filter(None, (actor.id, number)))
    return actor.id


def _add_those_that_can_stand(made: Plan, wanted: Mapping[str, Actor], there: Mapping[str, Actor]) -> None:
    marks = Marks(wanted.values(), there)
    filed: dict[str, Filed[Actor]] = {}
    for key, actor in wanted.items():
        marked, notes = marks.marked(actor)
        if marked is None:
            made.left_out += notes
        else:
            made.notes += notes
            filed[key] = Filed(marked, key, Source(None, {}))
    others = {key: Filed(actor, f"{key}.md", Source(None, {})) for key, actor in there.items()}
    while wrong := {each.file: each.message for each in _problems({**others, **filed}) if each.file in filed}:
        for key, message in wrong.items():
            made.left_out.append(f"{filed.pop(key).entry.name}: {message}")
    made.texts = {key: actor_text(each.entry) for key, each in sorted(filed.items())}


def _problems(filed: Mapping[str, Filed[Actor]]) -> Iterator[Problem]:
    yield from check_actors(filed, frozenset(filed))
    yield from check_names(filed)


def _news(known: Actor | None, actor: Actor) -> str:
    """Return what an import knows of an actor that its file does not say."""
    if known is None:
        return ""
    names = {spelled(alias.name) for _, alias in known.names}
    news = [f"{language}: {alias.name}" for language, alias in actor.names if spelled(alias.name) not in names]
    held = {role.title for role in known.roles}
    news += [f"role: {role.title}" for role in actor.roles if role.title not in held]
    news += [
        f"{name}: {value}"
        for name, value in (("wikidata", actor.wikidata), ("iso", actor.iso))
        if value and value not in (known.wikidata, known.iso)
    ]
    return f"; new would be {'; '.join(dict.fromkeys(news))}" if news else ""
