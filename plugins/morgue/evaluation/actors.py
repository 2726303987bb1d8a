"""Scores actors on labelled texts: who is found, and whether one person's mentions are one actor's."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import thread_time

from morgue.authority import bare_authority
from morgue.collation import collate
from morgue.evaluation.bcubed import BCubed, b_cubed
from morgue.evaluation.labelled_actors import COUNTRY, OTHER, PLACE, LabelledText, labelled_texts
from morgue.evaluation.labelled_words import has_words, held_out_texts
from morgue.evaluation.own_names import own_authority
from morgue.evaluation.shares import share
from morgue.evaluation.texts import clipping_of
from morgue.indexing import Indexer
from morgue.model import Mask, Record
from morgue.settings import Settings

KINDS = ("person", "organisation", COUNTRY)
_FOUND_AS = {"person": "person", "organisation": "organisation", "bloc": "organisation", "country": COUNTRY}
"""The kind of labels that each kind of actors is scored by."""


@dataclass(frozen=True, slots=True)
class Detection:
    """Names of one kind, each counted once a text: those rightly found, those wrongly, and those missed."""

    right: int
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    """Pairs of a text's id and a name."""

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return share(self.right, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Return the share of what is there that was found."""
        return share(self.right, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        """Return the harmonic mean of the two."""
        return share(2 * self.right, 2 * self.right + len(self.wrong) + len(self.missed))


@dataclass(frozen=True, slots=True)
class ActorReport:
    """The scores of a corpus. ``seconds`` is the processor time of indexing alone."""

    texts: int
    kinds: Mapping[str, Detection]
    grouping: BCubed
    seconds: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention as indexing found it, of an actor as collation knows it."""

    start: int
    end: int
    kind: str
    actor: str


def evaluate_actors(corpus: Path, *, own: bool = False) -> ActorReport:
    """Score the actors of a file of the form of ``news-actors/dev.jsonl``, or of what is held out of a folder ``ner``.

    No authority file is used but what is built in, or with ``own`` files made from the corpus's own names. Raise
    CorpusError where there are no labels.
    """
    texts = held_out_texts(corpus) if has_words(corpus) else labelled_texts(corpus)
    authority = own_authority(texts) if own else bare_authority()
    indexer, start = Indexer(authority), thread_time()
    records = [indexer.index(clipping_of(text.id, text.text), Mask()) for text in texts]
    seconds = thread_time() - start
    archive = collate(records, (), authority, Settings())
    by_id = {record.clipping.origin: _seen(record) for record in archive.records.values()}
    return ActorReport(
        len(texts),
        {kind: _detection(texts, by_id, kind) for kind in KINDS},
        b_cubed(list(_found_persons(texts, by_id))),
        seconds,
    )


def _seen(record: Record) -> list[_Seen]:
    return [
        _Seen(mention.start, mention.end, _FOUND_AS[actor.kind], actor.id)
        for actor in record.actors
        for mention in actor.mentions
    ]


def _detection(texts: Iterable[LabelledText], by_id: Mapping[str, list[_Seen]], kind: str) -> Detection:
    counted: Counter[str] = Counter()
    wrong: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    for text in texts:
        wanted = {text.text[label.start : label.end] for label in text.names(kind)}
        found = {
            text.text[each.start : each.end] for each in by_id[text.id] if each.kind == kind and _counts(each, text)
        }
        counted["right"] += len(wanted & found)
        wrong += [(text.id, name) for name in sorted(found - wanted)]
        missed += [(text.id, name) for name in sorted(wanted - found)]
    return Detection(counted["right"], tuple(wrong), tuple(missed))


def _counts(seen: _Seen, text: LabelledText) -> bool:
    """Say whether a mention is right or wrong: not outside of what is labelled, nor over what nobody could link."""
    undecided = {OTHER, PLACE} if seen.kind == COUNTRY else {OTHER}
    return (
        text.holds(seen.start, seen.end)
        and text.is_name(seen.start, seen.end)
        and not any(
            label.kind in undecided and label.start < seen.end and seen.start < label.end for label in text.labels
        )
    )


def _found_persons(texts: Iterable[LabelledText], by_id: Mapping[str, list[_Seen]]) -> Iterable[tuple[str, str]]:
    """Yield of each labelled person that was found the actor and the item in Wikidata."""
    for text in texts:
        found = {(each.start, each.end): each.actor for each in by_id[text.id] if each.kind == "person"}
        for label in text.names("person"):
            actor = found.get((label.start, label.end))
            if actor and label.wikidata:
                yield actor, label.wikidata
