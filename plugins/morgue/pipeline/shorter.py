"""Values made shorter, to be packed, and whole again: what follows from the rest is left out.

They are shortened as plain forms, and made whole as values that nobody has seen yet. Positions become distances, which
are small figures that repeat. All in all it saves a fifth of what is packed, and a fifteenth of the room that it takes
then.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import force_setattr

from morgue.model import SEPARATOR, Clipping, Mention, NamedActor, Quote

Plain = dict[str, Any]

_WITHIN = "./"
"""What a path begins with whose other steps are those of the block before; no whole one does."""


def shorten_clipping(clipping: Plain) -> list[str]:
    """Return the texts of a clipping's blocks, and take from it its whole text, and where they stand in it.

    Of a path no more than its last step stays where the others are those of the block before.
    """
    extracted, blocks = clipping["extracted"], clipping["blocks"]
    spans = [(block["start"], block["end"]) for block in blocks]
    texts = [extracted[start:end] for start, end in spans]
    if SEPARATOR.join(texts) != extracted or spans != [*_spans(texts)]:
        return []  # no extraction of ours
    element = ""
    for block in blocks:
        behind = block["start"]
        for mark in block.get("marks", ()):
            behind = _near(mark, behind)
        block["start"] = block["end"] = 0
        around, slash, step = block.get("path", "").rpartition("/")
        if slash and around == element:
            block["path"] = _WITHIN + step
        element = around
    clipping["extracted"] = ""
    return texts


def restore_clipping(clipping: Clipping, texts: Sequence[str]) -> None:
    """Undo ``shorten_clipping``."""
    if not texts:
        return
    element, start, put = "", 0, force_setattr  # this is most of what reading a result takes
    for block, text in zip(clipping.blocks, texts, strict=True):
        end = start + len(text)
        put(block, "start", start)
        put(block, "end", end)
        behind = start
        for mark in block.marks:
            behind += mark.start
            put(mark, "start", behind)
            put(mark, "end", behind + mark.end)
        path = block.path
        if path.startswith(_WITHIN):
            put(block, "path", element + path[1:])
        else:
            element = path.rpartition("/")[0]
        start = end + len(SEPARATOR)
    put(clipping, "extracted", SEPARATOR.join(texts))


def shorten_found(found: Plain) -> None:
    """Leave out whose each of an actor's mentions is; let each mention, and each quote, start from the one before."""
    for actor in found["actors"]:
        behind = 0
        for mention in actor["mentions"]:
            if mention["actor"] == actor["id"]:
                mention["actor"] = ""
            behind = _near(mention, behind)
    behind = 0
    for quote in found["quotes"]:
        behind = _near(quote, behind)
        if quote.get("read_from"):
            quote["read_from"] = [position - behind for position in quote["read_from"]]


def restore_found(actors: Iterable[NamedActor], quotes: Iterable[Quote]) -> None:
    """Undo ``shorten_found``."""
    for actor in actors:
        behind = 0
        for mention in actor.mentions:
            if not mention.actor:
                force_setattr(mention, "actor", actor.id)
            behind = _place(mention, behind)
    behind = 0
    for quote in quotes:
        behind = _place(quote, behind)
        if quote.read_from:
            start, end = quote.read_from
            force_setattr(quote, "read_from", (behind + start, behind + end))


def _spans(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where each of some texts stands that blank lines part."""
    start = 0
    for text in texts:
        yield start, start + len(text)
        start += len(text) + len(SEPARATOR)


def _near(span: Plain, behind: int) -> int:
    """Make distances of a span's positions: its start from another, its end from its start. Return its start."""
    start: int = span["start"]
    span["start"], span["end"] = start - behind, span["end"] - start
    return start


def _place(span: Mention | Quote, behind: int) -> int:
    """Make positions of a span's distances again. Return its start."""
    start = span.start + behind
    force_setattr(span, "start", start)
    force_setattr(span, "end", span.end + start)
    return start
