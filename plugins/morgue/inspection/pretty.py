"""A capture for people: its text, what was removed and why, who speaks, where it is filed."""

import textwrap
from collections.abc import Iterator

from morgue.cleaning import standing_pictures
from morgue.model import Failure, Quote, Record

_WIDTH = 100

CONTROL = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160), 0x202D, 0x202E))
"""What commands a terminal, or turns its text round: a file's name may hold it."""


def pretty_page(outcome: Record | Failure) -> str:
    """Return one capture as a page of plain text."""
    if isinstance(outcome, Failure):
        return _failed(outcome)
    lines = [
        *_head(outcome),
        "",
        _wrapped(outcome.text),
        "",
        *_pictures(outcome),
        *_filing(outcome),
        *_removals(outcome),
        "",
    ]
    return "\n".join(lines).translate(CONTROL)


def removed_passages(outcome: Record | Failure) -> str:
    """Return what was taken out of one capture, a passage each with its rule and reason."""
    if isinstance(outcome, Failure):
        return _failed(outcome)
    return "\n".join([outcome.clipping.origin, *_removals(outcome), ""]).translate(CONTROL)


def _failed(failure: Failure) -> str:
    return f"✗ {failure.origin}: {failure.reason}\n".translate(CONTROL)


def _head(record: Record) -> Iterator[str]:
    clipping = record.clipping
    yield clipping.title or "(no title)"
    yield "=" * min(_WIDTH, max(len(clipping.title), 10))
    facts = {
        "origin": clipping.origin,
        "address": clipping.url,
        "source": clipping.source,
        "byline": ", ".join(clipping.byline),
        "published": clipping.published or "undated",
        "updated": clipping.updated,
        "captured": clipping.captured,
        "language": clipping.language,
        "refused": clipping.refused,
        "incomplete": clipping.incomplete,
    }
    for name, value in facts.items():
        if value:
            yield f"{name:>10}  {value}"


def _pictures(record: Record) -> Iterator[str]:
    for picture in standing_pictures(record.clipping, record.mask):
        said = (record.clipping.caption_of(picture) or picture.alt or "without words", picture.credit)
        yield f"Picture: {' '.join(' '.join(filter(None, said)).split())}"
        yield f"  {picture.address or 'held by the page itself'}"


def _filing(record: Record) -> Iterator[str]:
    if record.topics:
        yield "Topics: " + ", ".join(f"{topic.label} ({topic.score:.2f})" for topic in record.topics)
    if record.actors:
        yield "Actors: " + ", ".join(actor.name if actor.known else f"{actor.name} (found)" for actor in record.actors)
    for quote in record.quotes:
        yield f"  {_speaker(quote)}: {_said(quote, record.text[quote.start : quote.end])}"


def _speaker(quote: Quote) -> str:
    if quote.speaker is None:
        return "unknown speaker"
    return quote.speaker if quote.certain else f"probably {quote.speaker}"


def _said(quote: Quote, words: str) -> str:
    return f"(reported) {words}" if quote.kind == "indirect" else f"“{words}”"


def _removals(record: Record) -> Iterator[str]:
    removals = record.mask.removals
    yield f"Removed: {len(removals) or 'nothing'}"
    for removal in removals:
        passage = " ".join(record.clipping.extracted[removal.start : removal.end].split())
        yield f"  {removal.rule}: {removal.reason}"
        yield textwrap.indent(_wrapped(textwrap.shorten(passage, 300, placeholder=" …")), "    │ ")
    for link in record.mask.links:
        yield f"  {link.rule}: {link.was} → {link.now or 'unlinked'}"


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(block, _WIDTH, replace_whitespace=False) for block in text.split("\n\n"))
