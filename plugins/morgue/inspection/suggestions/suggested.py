"""Ranks the names without a file by the stories that name them and by the evidence, each with whose it may be."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from morgue.authority.entries import Actor
from morgue.inspection.suggestions.likely import Alike, Likely
from morgue.inspection.suggestions.likeness import Name
from morgue.inspection.suggestions.sentences import Sentence, sentences
from morgue.model import ActorKind, Archive, NamedActor, Record


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name without a file: how often it stands, by which rules it was found, how it is written, and where.

    ``evidence`` is the sum of its mentions' confidences.
    """

    id: str
    name: str
    kind: ActorKind
    stories: int
    clippings: int
    mentions: int
    quotes: int
    evidence: float
    rules: dict[str, int]
    spellings: dict[str, int]
    sentences: tuple[Sentence, ...]
    same_as: tuple[Alike, ...]
    known: tuple[Alike, ...]


@dataclass(slots=True)
class _Gathered:
    """The clippings that name somebody, by address, each with the name that it gives."""

    names: Counter[tuple[str, ActorKind]] = field(default_factory=Counter)
    records: dict[str, tuple[Record, NamedActor]] = field(default_factory=dict)


class Unfiled:
    """What the machine found and nobody filed; ``ranked`` are the ids, those that most stories name first."""

    def __init__(self, archive: Archive, actors: Mapping[str, Actor]) -> None:
        """Take the archive, as decisions left it, and the actors with a file."""
        self._shown = {address: story.members[0] for story in archive.stories for address in story.members}
        self._gathered: dict[str, _Gathered] = defaultdict(_Gathered)
        for address, record in archive.records.items():
            for actor in record.actors:
                if not actor.known and actor.mentions:
                    self._gathered[actor.id].names[actor.name, actor.kind] += 1
                    self._gathered[actor.id].records[address] = record, actor
        self.names = {identity: _usual(gathered) for identity, gathered in self._gathered.items()}
        self._likely = Likely(self.names, actors)
        order = {identity: (-self._stories(identity), -self._evidence(identity), identity) for identity in self.names}
        self.ranked = sorted(order, key=order.__getitem__)

    def suggestion(self, identity: str) -> Suggestion:
        """Return all that there is to say of one of the ids."""
        name, gathered = self.names[identity], self._gathered[identity]
        pairs = gathered.records.values()
        mentions = [(record, mention) for record, actor in pairs for mention in actor.mentions]
        spelled = Counter(" ".join(record.text[mention.start : mention.end].split()) for record, mention in mentions)
        return Suggestion(
            identity,
            name.text,
            name.kind,
            stories=self._stories(identity),
            clippings=len(gathered.records),
            mentions=len(mentions),
            quotes=sum(quote.actor == identity for record, _ in pairs for quote in record.quotes),
            evidence=self._evidence(identity),
            rules=_most_first(Counter(mention.rule for _, mention in mentions)),
            spellings=_most_first(spelled),
            sentences=sentences(gathered.records, self._shown),
            same_as=self._likely.found(identity),
            known=self._likely.known(identity),
        )

    def _stories(self, identity: str) -> int:
        return len({self._shown.get(address, address) for address in self._gathered[identity].records})

    def _evidence(self, identity: str) -> float:
        pairs = self._gathered[identity].records.values()
        return round(sum(mention.confidence for _, actor in pairs for mention in actor.mentions), 2)


def _usual(gathered: _Gathered) -> Name:
    """Return the name and kind in most clippings, of equally many the first."""
    return Name(*min(gathered.names, key=lambda each: (-gathered.names[each], each)))


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
