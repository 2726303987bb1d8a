"""The actors that get a page: all that have a file, built-in ones that a story names, others that enough do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from morgue.authority.entries import Authority
from morgue.collation.identities import Identities
from morgue.collation.same_persons import is_bare
from morgue.model import ActorEntry, NamedActor, Record, Story


def actor_entries(
    records: Mapping[str, Record], stories: Iterable[Story], authority: Authority, least: int, identities: Identities
) -> dict[str, ActorEntry]:
    """Return the actors with a page, by id, in order of id.

    A discovered actor has one from ``least`` stories on, but no surname alone: it may be anybody's. Where copies of
    a story name an actor, its representative stands for them all, even if it is one that does not.
    """
    shown = {address: story.members[0] for story in stories for address in story.members}
    places = {address: place for place, address in enumerate(records)}
    filed = (actor for actor in authority.actors if actor not in authority.unfiled)
    clippings: dict[str, set[str]] = {actor: set() for actor in filed if identities.of(actor) == actor}
    spellings: dict[str, Counter[NamedActor]] = defaultdict(Counter)
    whole: set[str] = set()
    for address, record in records.items():
        for actor in record.actors:
            clippings.setdefault(actor.id, set()).add(shown.get(address, address))
            if not is_bare(actor):
                whole.add(actor.id)
            spellings[actor.id][NamedActor(actor.id, actor.name, actor.kind, actor.known, ())] += 1
    entries = {}
    for identity in sorted(clippings):
        entry = authority.actors.get(identity)
        if entry is None and (len(clippings[identity]) < least or identity not in whole):
            continue
        named = entry or _usual(spellings[identity])
        newest_first = sorted(clippings[identity], key=places.__getitem__)
        entries[identity] = ActorEntry(identity, named.name, named.kind, entry is not None, tuple(newest_first))
    return entries


def _usual(spellings: Counter[NamedActor]) -> NamedActor:
    """Return the form in which most clippings give an actor; of equally many the first by name and kind."""
    return min(spellings, key=lambda actor: (-spellings[actor], actor.name, actor.kind))
