"""Actors named in a clipping's text: the first mention of each leads to its page, the others can be shown."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping

from morgue.markup import Overlay
from morgue.model import Record


def mention_overlays(record: Record, pages: Mapping[str, str]) -> Iterator[Overlay]:
    """Yield an element for each mention of an actor with a page (``pages``, by id), to be laid over the text.

    The first of each actor is a link and has an id. None stands in a link of the page's own, or in another mention.
    """
    anchors = _anchors(record)
    linked: set[str] = set()
    for actor, spans in _places(record, pages):
        first = actor not in linked
        linked.add(actor)
        attributes: tuple[tuple[str, str], ...] = (("class", "mention"),)
        if first:
            attributes = (*attributes, ("href", pages[actor]), ("id", anchors[actor]))
        for low, high in spans:
            yield Overlay(low, high, "a" if first else "span", attributes)
            attributes = tuple(pair for pair in attributes if pair[0] != "id")  # an id stands once


def anchors_of(record: Record, pages: Collection[str]) -> dict[str, str]:
    """Return the id of the first mention of each actor with a page, where one can be shown."""
    anchors = _anchors(record)
    return {actor: anchors[actor] for actor, _ in _places(record, pages)}


def _anchors(record: Record) -> dict[str, str]:
    return {actor.id: f"who-{number}" for number, actor in enumerate(record.actors, start=1)}


def _places(record: Record, pages: Collection[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each mention that can be shown: whose it is, and its spans of the extraction, in order of the text."""
    links = _Intervals(record)
    mentions = sorted(
        (mention.start, -mention.end, actor.id, mention.end)
        for actor in record.actors
        if actor.id in pages
        for mention in actor.mentions
    )
    position = 0
    for start, _, actor, end in mentions:
        if start < position:
            continue
        position = end
        spans = record.mask.spans(start, end, len(record.clipping.extracted))
        if spans and not any(links.meet(low, high) for low, high in spans):
            yield actor, spans


class _Intervals:
    """The links that the captured page had: HTML allows no link in a link."""

    def __init__(self, record: Record) -> None:
        marks = sorted((m.start, m.end) for block in record.clipping.blocks for m in block.marks if m.tag == "a")
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in marks:
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """Say whether any link overlaps a span."""
        at = bisect_left(self.starts, end)
        return at > 0 and self.ends[at - 1] > start
