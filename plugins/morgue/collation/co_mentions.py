"""Who is named in the same stories as whom: in the archive, or in any part of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from morgue.model import ActorEntry


@dataclass(frozen=True, slots=True)
class CoMention:
    """Two actors, the more often named first, and the clippings that name both, in the order in which they came."""

    one: str
    other: str
    clippings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoMentions:
    """The actors most often named beside others, the most frequent first, and every two of them that meet."""

    actors: tuple[str, ...] = ()
    pairs: tuple[CoMention, ...] = ()
    """Those who meet most often first, then in the order of ``actors``."""


def named_at(actors: Mapping[str, ActorEntry]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the actors that each clipping names, in order of id: one a story, as the entries have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for identity in sorted(actors):
        for address in actors[identity].clippings:
            found[address].append(identity)
    return {address: tuple(named) for address, named in found.items()}


def co_mentions(named: Mapping[str, Sequence[str]], clippings: Iterable[str], most: int) -> CoMentions:
    """Return who meets in some clippings, among at most so many actors; ``named`` are the actors of each.

    Time is that of reading the names and, in each clipping, of the pairs among the chosen actors.
    """
    together = [(address, named[address]) for address in clippings if len(named.get(address, ())) > 1]
    often = Counter(actor for _, actors in together for actor in actors)
    chosen = sorted(often, key=lambda actor: (-often[actor], actor))[:most]
    rank = {actor: place for place, actor in enumerate(chosen)}
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for address, actors in together:
        for pair in combinations(sorted(rank[actor] for actor in actors if actor in rank), 2):
            shared[pair].append(address)
    ordered = sorted(shared, key=lambda pair: (-len(shared[pair]), pair))
    pairs = (CoMention(chosen[one], chosen[other], tuple(shared[one, other])) for one, other in ordered)
    return CoMentions(tuple(chosen), tuple(pairs))
