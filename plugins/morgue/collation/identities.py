"""Which actor an id means after the archivist's decisions: merged, parted, renamed or none at all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from morgue.address import address_of
from morgue.authority.decisions import REST
from morgue.authority.entries import Authority
from morgue.model import Mention, NamedActor, Quote, Record


class Identities:
    """The decisions on actors, applied to records."""

    def __init__(self, authority: Authority, same: Mapping[str, tuple[str, str]] | None = None) -> None:
        """Take what the archivists wrote, and of ids that the machine takes for another that id and its name."""
        self._same = same or {}
        self._full = dict(self._same.values())
        self._known = authority.actors
        self._names = authority.decisions.rename
        self._rejected = frozenset(authority.decisions.reject)
        self._parts = {
            whole: {
                clipping if clipping == REST else address_of(clipping, ""): part
                for part, clippings in parts.items()
                for clipping in clippings
            }
            for whole, parts in authority.decisions.split.items()
        }
        self._into = {gone: stays for stays, several in authority.decisions.merge.items() for gone in several}

    def of(self, actor: str, address: str = "") -> str | None:
        """Return the id that an id leads to in the clipping at an address, through any number of merges.

        None if it was rejected, or if it was parted and the clipping is in none of the parts.
        """
        if actor in self._parts:
            parts = self._parts[actor]
            part = parts.get(address, parts.get(REST))
            return self.of(part) if part else None
        actor = self._same.get(actor, (actor, ""))[0]
        seen = {actor}
        while actor in self._into and self._into[actor] not in seen:
            actor = self._into[actor]
            seen.add(actor)
        return None if actor in self._rejected else actor

    def applied(self, record: Record) -> Record:
        """Return a record with every id as decided; what was rejected is neither named nor a speaker."""
        address = address_of(record.clipping.url, record.clipping.digest)
        quotes = tuple(self._quote(quote, address) for quote in record.quotes)
        return replace(record, actors=self._actors(record.actors, address), quotes=quotes)

    def name(self, actor: str, found: str) -> str:
        """Return an actor's name: the authority file's, the archivist's, or as it was found."""
        return self._known[actor].name if actor in self._known else self._names.get(actor, self._full.get(actor, found))

    def _actors(self, actors: Iterable[NamedActor], address: str) -> tuple[NamedActor, ...]:
        several: dict[str, list[NamedActor]] = defaultdict(list)
        for actor in actors:
            identity = self.of(actor.id, address)
            if identity is not None:
                several[identity].append(actor)
        return tuple(self._merged(identity, parts) for identity, parts in several.items())

    def _merged(self, identity: str, parts: list[NamedActor]) -> NamedActor:
        """Return one actor of several; the one whose id stays, or else the first, lends name and kind."""
        kept = next((part for part in parts if part.id == identity), parts[0])
        entry = self._known.get(identity)
        mentions = sorted((mention for part in parts for mention in part.mentions), key=_place)
        return NamedActor(
            identity,
            self.name(identity, kept.name),
            entry.kind if entry else kept.kind,
            entry is not None,
            tuple(replace(mention, actor=identity) for mention in mentions),
        )

    def _quote(self, quote: Quote, address: str) -> Quote:
        return replace(quote, actor=self.of(quote.actor, address)) if quote.actor else quote


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
