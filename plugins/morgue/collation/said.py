"""What an actor says, each sentence once however many stories quote it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from morgue.collation.dates import instant
from morgue.collation.groups import Groups
from morgue.collation.shingles import Shingles, jaccard, shingles
from morgue.model import Quote, QuoteKind, Record

_LEAST = 6
"""Words of a quote that joins with others: what is shorter, two may have said of different things."""

_NEAR = 0.6
"""The least Jaccard of the word shingles of two outlets' wordings of one sentence."""

_POSTINGS = 20
"""Quotes of one shingle with which others are compared: a slogan said every day must not make this quadratic."""

_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence is quoted: a clipping's address, and which of its quotes it is, counted from 1."""

    address: str
    number: int
    date: str


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """One sentence of an actor. ``sources`` are the stories that quote it, the earliest first, the undated last.

    ``text`` is as the first source has it, ``date`` when that was published, or empty; ``certain`` says that at least
    one of them names the speaker beyond doubt.
    """

    actor: str
    text: str
    date: str
    kind: QuoteKind
    certain: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    source: Source
    quote: Quote
    text: str

    @property
    def order(self) -> tuple[str, str, int]:
        return instant(self.source.date) or _UNDATED, self.source.address, self.source.number


def said_once(records: Mapping[str, Record]) -> dict[str, tuple[SaidOnce, ...]]:
    """Return the sentences of each actor that speaks in some records, by id: the newest first, the undated last.

    ``records`` are by address, one a story. Nothing depends on their order.
    """
    by_actor: dict[str, list[_Said]] = defaultdict(list)
    for address in sorted(records):
        record = records[address]
        for number, quote in enumerate(record.quotes, start=1):
            if quote.actor is not None:
                source = Source(address, number, record.clipping.published or "")
                by_actor[quote.actor].append(_Said(source, quote, record.text[quote.start : quote.end]))
    return {actor: _newest_first(_joined(actor, by_actor[actor])) for actor in sorted(by_actor)}


def _newest_first(sentences: Iterator[SaidOnce]) -> tuple[SaidOnce, ...]:
    found = sorted(sentences, key=lambda each: (each.sources[0].address, each.sources[0].number))
    return tuple(sorted(found, key=lambda each: instant(each.date), reverse=True))


def _joined(actor: str, all_said: list[_Said]) -> Iterator[SaidOnce]:
    """Yield the sentences; the quotes of reported speech and those in somebody's own words do not join."""
    groups = Groups(map(_name, all_said))
    for reported in (False, True):
        for first, second in _alike([said for said in all_said if (said.quote.kind == "indirect") == reported]):
            groups.join(_name(first), _name(second))
    by_name = {_name(said): said for said in all_said}
    for names in groups.members():
        several = sorted(map(by_name.__getitem__, names), key=lambda said: said.order)
        first = several[0]
        yield SaidOnce(
            actor=actor,
            text=first.text,
            date=first.source.date,
            kind=first.quote.kind,
            certain=any(said.quote.certain for said in several),
            sources=tuple({said.source.address: said.source for said in reversed(several)}.values())[::-1],
        )


def _name(said: _Said) -> str:
    return f"{said.source.address}#{said.source.number}"


def _alike(all_said: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """Yield pairs of quotes with nearly the same words."""
    postings: dict[int, list[tuple[_Said, Shingles]]] = defaultdict(list)
    for said in all_said:
        if len(said.text.split()) < _LEAST:
            continue
        _, keys = shingles(_folded(said.text))
        others = {_name(other): (other, theirs) for key in keys for other, theirs in postings[key]}
        for name in sorted(others):
            other, theirs = others[name]
            if jaccard(keys, theirs) >= _NEAR:
                yield other, said
        for key in keys:
            if len(postings[key]) < _POSTINGS:
                postings[key].append((said, keys))


def _folded(text: str) -> str:
    """Return a text without the apostrophes and hyphens by which settings of one sentence differ."""
    return text.casefold().replace("’", "").replace("'", "").replace("-", " ")
