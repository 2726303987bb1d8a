"""Near-copies form one story: candidate pairs from an inverted index, Jaccard of their shingles, union-find."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from morgue.address import address_of
from morgue.authority.decisions import Decisions
from morgue.collation.dates import date_of
from morgue.collation.groups import Groups
from morgue.collation.shingles import Shingles, jaccard, shingles
from morgue.model import Record, Story
from morgue.settings import Display

NEAR = 0.12
"""The least Jaccard of two copies of one story."""

_ENOUGH = 8
"""Sampled shingles from which on the sample is trusted (a text of about 64 words); below it all shingles count.

All are kept for texts of up to twice as many, so that a short text and a somewhat longer copy can be compared.
"""

_POSTINGS = 20
"""Texts of one shingle with which others that have it are compared: boilerplate must not make this quadratic."""

_UNDATED = "9999"


def find_stories(records: Mapping[str, Record], displays: Mapping[str, Display], decisions: Decisions) -> list[Story]:
    """Return the stories of two clippings and more, by address; an archivist's word overrides likeness."""
    addresses = sorted(records)
    groups = Groups(addresses)
    for first, second in _pairs(decisions.different, records):
        groups.part(first, second)
    for urls in decisions.same:
        members = _addresses(urls, records)
        for member in members[1:]:
            groups.join(members[0], member)
    for _, first, second in sorted((-likeness, first, second) for likeness, first, second in _near(records)):
        groups.join(first, second)
    return [
        Story(_representative_first(members, records, displays)) for members in groups.members() if len(members) > 1
    ]


def _near(records: Mapping[str, Record]) -> Iterator[tuple[float, str, str]]:
    """Yield (likeness, address, address) for pairs that are alike enough."""
    sampled: dict[str, Shingles] = {}
    whole: dict[str, Shingles] = {}
    postings: dict[int, list[str]] = defaultdict(list)
    for address in sorted(records):
        sampled[address], keys = shingles(records[address].text)
        if len(sampled[address]) < 2 * _ENOUGH:
            whole[address] = keys
        else:
            keys = sampled[address]
        others = {other for key in keys for other in postings[key]}
        for other in sorted(others):
            likeness = _likeness(address, other, sampled, whole)
            if likeness >= NEAR:
                yield likeness, other, address
        for key in keys:
            if len(postings[key]) < _POSTINGS:
                postings[key].append(address)


def _likeness(first: str, second: str, sampled: Mapping[str, Shingles], whole: Mapping[str, Shingles]) -> float:
    """Return how alike two texts are: by their samples where both are large enough, else by all their shingles.

    A text too short for a sample is nothing like one so long that only its sample was kept.
    """
    if min(len(sampled[first]), len(sampled[second])) >= _ENOUGH:
        return jaccard(sampled[first], sampled[second])
    return jaccard(whole[first], whole[second]) if first in whole and second in whole else 0.0


def _representative_first(
    members: Iterable[str], records: Mapping[str, Record], displays: Mapping[str, Display]
) -> tuple[str, ...]:
    """Return a story's members, the fullest copy that may be shown whole first, then the earliest, then by address.

    One that breaks off comes behind every one that does not.
    """

    def rank(address: str) -> tuple[bool, bool, int, str, str]:
        record = records[address]
        words = len(record.text.split())
        incomplete = bool(record.clipping.incomplete)
        return incomplete, displays[address] != "full", -words, date_of(record.clipping) or _UNDATED, address

    return tuple(sorted(members, key=rank))


def _pairs(sets: Iterable[tuple[str, ...]], records: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    for urls in sets:
        members = _addresses(urls, records)
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                yield first, second


def _addresses(urls: Iterable[str], records: Mapping[str, Record]) -> list[str]:
    """Return the addresses of the clippings that decisions name by URL; those that the archive lacks are left out."""
    named = (address_of(url, "") for url in urls)
    return [address for address in named if address in records]
