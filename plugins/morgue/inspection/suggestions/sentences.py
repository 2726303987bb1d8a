"""Sentences in which a name stands, for somebody to judge it by."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.indexing.page import Page, fold, primary
from morgue.model import Mention, NamedActor, Record

_MOST = 3
_LONGEST = 300
"""Characters of a sentence; of a longer one what stands around the name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where its capture lies and its address, if that is known."""

    text: str
    origin: str
    url: str | None


def sentences(records: Mapping[str, tuple[Record, NamedActor]], shown: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Return a sentence of a few stories, in the order given, with the fullest mention of each clipping.

    ``records`` are clippings that name the actor, by address; ``shown`` says which story an address belongs to.
    """
    stories: dict[str, Sentence] = {}
    for address, (record, actor) in records.items():
        story = shown.get(address, address)
        if story not in stories:
            fullest = min(actor.mentions, key=lambda mention: (mention.start - mention.end, mention.start))
            stories[story] = Sentence(_around(record, fullest), record.clipping.origin, record.clipping.url)
            if len(stories) == _MOST:
                break
    return tuple(stories.values())


def _around(record: Record, mention: Mention) -> str:
    spans = Page(fold(record.text), primary(record.clipping.language)).sentences
    start, end = spans[bisect_right(spans, (mention.start, len(record.text))) - 1]
    if end - start > _LONGEST:
        middle = (mention.start + mention.end) // 2
        start, end = max(start, middle - _LONGEST // 2), min(end, middle + _LONGEST // 2)
    return " ".join(record.text[start:end].split())
