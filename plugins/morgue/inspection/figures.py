"""One capture in figures: how many words and links it has, and what each rule took of them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from morgue.address import host_of
from morgue.authority.entries import Outlet
from morgue.cleaning import COPIES, RULES
from morgue.cleaning.core import find_removals
from morgue.cleaning.links import LINK_RULES
from morgue.inspection.lost import Elsewhere
from morgue.letters import count_words
from morgue.model import Record

RULE_NAMES = (*dict.fromkeys(name for name, _ in RULES), "outlet", *sorted(LINK_RULES))
"""Every rule there is; ``outlet`` is what archivists wrote of an outlet."""

NO_OUTLET = "no outlet"
"""Where a capture names neither an outlet nor a host."""

_OPENING = 150
"""Characters of a passage, for a maintainer to see what it is."""


@dataclass(frozen=True, slots=True)
class Part:
    """``amount`` of ``whole``, in words; in links for one of LINK_RULES.

    ``lost`` are those words that one of COPIES took though they stand nowhere else; else 0.
    """

    amount: int
    whole: int
    lost: int

    @property
    def share(self) -> float:
        """Return how much of the whole it is, 0 to 1."""
        return self.amount / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Sample(Part):
    """What a rule took of one capture; the reason and the opening words are those of the passage that lost most."""

    origin: str
    outlet: str
    passages: int
    reason: str
    opening: str


@dataclass(frozen=True, slots=True)
class Figures:
    """One capture: ``taken`` and ``put_back`` (passages that its sidecar's ``keep`` saved) are by rule."""

    outlet: str
    words: int
    links: int
    taken: Mapping[str, Sample]
    put_back: Mapping[str, int]
    keep_entries: int
    keep_unmatched: int

    def whole(self, rule: str) -> int:
        """Return how much a rule could take."""
        return self.links if rule in LINK_RULES else self.words


def figures_of(record: Record, outlets: Mapping[str, Outlet]) -> Figures:
    """Return what the rules, and an archivist's ``keep``, did to one capture."""
    clipping = record.clipping
    pieces: dict[str, list[_Piece]] = {}
    for piece in _pieces(record):
        pieces.setdefault(piece.rule, []).append(piece)
    outlet, words = outlet_of_record(record), count_words(clipping.extracted)
    links = sum(mark.tag == "a" for block in clipping.blocks for mark in block.marks)
    put_back: Counter[str] = Counter()
    if clipping.sidecar.keep:
        put_back.update(removal.rule for removal in find_removals(clipping, outlets))
        put_back -= Counter(removal.rule for removal in record.mask.removals)
    return Figures(
        outlet=outlet,
        words=words,
        links=links,
        taken={
            rule: _sample(clipping.origin, outlet, own, links if rule in LINK_RULES else words)
            for rule, own in pieces.items()
        },
        put_back=put_back,
        keep_entries=len(clipping.sidecar.keep),
        keep_unmatched=sum(warning.startswith("keep:") for warning in record.warnings),
    )


def outlet_of_record(record: Record) -> str:
    """Return the name under which a capture's outlet is counted: its own, else its host."""
    clipping = record.clipping
    return " ".join((clipping.source or "").split()) or host_of(clipping.url) or NO_OUTLET


@dataclass(frozen=True, slots=True)
class _Piece:
    """One passage taken out, or one link changed."""

    rule: str
    amount: int
    lost: int
    reason: str
    text: str


def _pieces(record: Record) -> Iterator[_Piece]:
    extracted = record.clipping.extracted
    elsewhere = Elsewhere(record) if any(each.rule in COPIES for each in record.mask.removals) else None
    for removal in record.mask.removals:
        passage = extracted[removal.start : removal.end]
        lost = elsewhere.lost(passage) if elsewhere and removal.rule in COPIES else 0
        yield _Piece(removal.rule, count_words(passage), lost, removal.reason, passage)
    for link in record.mask.links:
        yield _Piece(link.rule, 1, 0, f"{link.was} → {link.now or 'unlinked'}", extracted[link.start : link.end])


def _sample(origin: str, outlet: str, pieces: list[_Piece], whole: int) -> Sample:
    worst = max(pieces, key=lambda piece: (piece.lost, piece.amount))
    flat = " ".join(worst.text.split())
    return Sample(
        amount=sum(piece.amount for piece in pieces),
        whole=whole,
        lost=sum(piece.lost for piece in pieces),
        origin=origin,
        outlet=outlet,
        passages=len(pieces),
        reason=worst.reason,
        opening=flat if len(flat) <= _OPENING else f"{flat[:_OPENING].rstrip()} …",
    )
