"""Ranks the names without a file by the stories that name them and by the evidence, each with whose it may be."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from morgue.authority.entries import Actor
from morgue.inspection.suggestions.likeness import Name, why_alike
from morgue.inspection.suggestions.sentences import Sentence, sentences
from morgue.model import ActorKind, Archive, NamedActor, Record

_MOST_BEARERS = 200
"""Names that share a key and are compared: a surname or a word that more have tells nothing."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another actor that a name may be of, and why."""

    id: str
    name: str
    why: str


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
    same_as: tuple[Alike, ...] = ()
    known: tuple[Alike, ...] = ()


@dataclass(slots=True)
class _Gathered:
    names: Counter[tuple[str, ActorKind]] = field(default_factory=Counter)
    records: dict[str, tuple[Record, NamedActor]] = field(default_factory=dict)


def suggestions(archive: Archive, actors: Mapping[str, Actor]) -> list[Suggestion]:
    """Return what the machine found and nobody filed, the most named first; ``actors`` are those with a file."""
    gathered: dict[str, _Gathered] = defaultdict(_Gathered)
    for address, record in archive.records.items():
        for actor in record.actors:
            if not actor.known and actor.mentions:
                gathered[actor.id].names[actor.name, actor.kind] += 1
                gathered[actor.id].records[address] = record, actor
    names = {identity: _usual(each) for identity, each in gathered.items()}
    likely = _Likely(names, actors)
    shown = {address: story.members[0] for story in archive.stories for address in story.members}
    found = (_suggestion(key, names[key], gathered[key], shown, likely) for key in gathered)
    return sorted(found, key=lambda each: (-each.stories, -each.evidence, each.id))


def _suggestion(
    identity: str, name: Name, gathered: _Gathered, shown: Mapping[str, str], likely: "_Likely"
) -> Suggestion:
    pairs = gathered.records.values()
    mentions = [(record, mention) for record, actor in pairs for mention in actor.mentions]
    spelled = Counter(" ".join(record.text[mention.start : mention.end].split()) for record, mention in mentions)
    rules = Counter(mention.rule for _, mention in mentions)
    return Suggestion(
        identity,
        name.text,
        name.kind,
        stories=len({shown.get(address, address) for address in gathered.records}),
        clippings=len(gathered.records),
        mentions=len(mentions),
        quotes=sum(quote.actor == identity for record, _ in pairs for quote in record.quotes),
        evidence=round(sum(mention.confidence for _, mention in mentions), 2),
        rules=_most_first(rules),
        spellings=_most_first(spelled),
        sentences=sentences(gathered.records, shown),
        same_as=likely.found(identity),
        known=likely.known(identity),
    )


class _Likely:
    """Whose each name may be as well, among the names without a file and the actors with one."""

    def __init__(self, names: Mapping[str, Name], actors: Mapping[str, Actor]) -> None:
        self._names = names
        self._filed = {
            identity: tuple(Name(alias.name, actor.kind) for _, alias in actor.names)
            for identity, actor in actors.items()
        }
        self._found_by = _by_key((identity, name) for identity, name in names.items())
        self._filed_by = _by_key((identity, name) for identity, several in self._filed.items() for name in several)

    def found(self, identity: str) -> tuple[Alike, ...]:
        """Return the other names without a file."""
        others = _sharing(self._names[identity], self._found_by) - {identity}
        pairs = ((other, self._names[other], why_alike(self._names[identity], self._names[other])) for other in others)
        return tuple(
            Alike(other, name.text, why) for other, name, why in sorted(pairs, key=lambda each: each[0]) if why
        )

    def known(self, identity: str) -> tuple[Alike, ...]:
        """Return the actors with a file."""
        own, found = self._names[identity], []
        for other in sorted(_sharing(own, self._filed_by)):
            whys = (why for name in self._filed[other] if (why := why_alike(own, name)))
            if why := next(whys, ""):
                found.append(Alike(other, self._filed[other][0].text, why))
        return tuple(found)


def _by_key(names: Iterable[tuple[str, Name]]) -> dict[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for identity, name in names:
        for key in name.keys():  # noqa: SIM118  no mapping
            bearers[key].add(identity)
    return bearers


def _sharing(name: Name, bearers: Mapping[str, set[str]]) -> set[str]:
    shared = (bearers.get(key, set()) for key in name.keys())  # noqa: SIM118
    return set().union(*(several for several in shared if len(several) <= _MOST_BEARERS))


def _usual(gathered: _Gathered) -> Name:
    """Return the name and kind in most clippings, of equally many the first."""
    return Name(*min(gathered.names, key=lambda each: (-gathered.names[each], each)))


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
