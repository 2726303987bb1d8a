"""What cleaning takes out of a clipping, whose text stays as it is."""

from collections.abc import Iterator, Sequence

from morgue.model.value import Value


class Removal(Value, frozen=True):
    """A span of ``extracted`` that the reader is spared, the rule that says so, and why in plain words."""

    start: int
    end: int
    rule: str
    reason: str


class LinkChange(Value, frozen=True):
    """A link of ``extracted`` whose address was changed (``now`` is empty: unlinked)."""

    start: int
    end: int
    was: str
    now: str
    rule: str


class Mask(Value, frozen=True):
    """What cleaning lays over an extraction. Removals are in order and do not overlap.

    ``rules_met`` says where those of the outlet's rules are written that had something to say, effect or not.
    """

    removals: tuple[Removal, ...] = ()
    links: tuple[LinkChange, ...] = ()
    rules_met: tuple[str, ...] = ()

    def kept(self, length: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of an extraction of that length that no removal covers."""
        position = 0
        for removal in self.removals:
            if position < removal.start:
                yield position, removal.start
            position = max(position, removal.end)
        if position < length:
            yield position, length

    def text(self, extracted: str) -> str:
        """Return what is left of the extraction."""
        return "".join(extracted[start:end] for start, end in self.kept(len(extracted)))

    def left_of(self, start: int, end: int, length: int) -> tuple[int, int] | None:
        """Return where what is left of ``extracted[start:end]`` stands in the text; None where nothing is."""
        low = high = 0
        for kept_start, kept_end in self.kept(length):
            low += max(min(kept_end, start) - kept_start, 0)
            high += max(min(kept_end, end) - kept_start, 0)
        return (low, high) if low < high else None

    def spans(self, start: int, end: int, length: int) -> list[tuple[int, int]]:
        """Return where ``text[start:end]`` stands in the extraction: more than one span where a removal parts it."""
        found, offset = [], 0
        for kept_start, kept_end in self.kept(length):
            low, high = max(start - offset, 0), min(end - offset, kept_end - kept_start)
            if low < high:
                found.append((kept_start + low, kept_start + high))
            offset += kept_end - kept_start
        return found


def in_order(spans: Sequence[Removal]) -> tuple[Removal, ...]:
    """Return removals sorted by position, the longer first where two start together."""
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end, span.rule)))
