"""Repetition that the outlet meant: entries under labels of their own, and what comes back after something else."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from morgue.extraction.copies import Pair, Span, Stretch, extent
from morgue.extraction.labels import OPENING, are_labels, are_links, is_heading
from morgue.extraction.units import PROSE_WORDS, Unit

_STEPS = 12
"""Units before a copy, equal to those before the other one, that are passed by: "Ingredients", "Method"."""

_VARIANT = 0.5
"""Of a sentence's words: one that shares as many with another is a variant of it."""

_TOLD_BETWEEN = 0.15
"""Of a copy's words: where more is told between it and its other copy, it is a refrain, or is said again."""

_WHOLE = 3
_LEFT_OVER = 0.35
"""Of a copy of so many paragraphs: as much may be the end of the one copy that the other has not."""

_QUOTED = re.compile(r"quotation|blockquote|\w+ in blockquote")
"""Forms of units: elements of a page, or kinds of blocks."""


class Flow:
    """A text as its units in order, to ask what stands around a stretch of it."""

    def __init__(self, words: Sequence[str], units: Iterable[Unit], sentences: Sequence[int] = ()) -> None:
        """Take a text's words and units; ``sentences`` are positions at which it begins anew inside a unit.

        The units are read when the first question is asked: of most texts no copy is long enough for one.
        """
        self._words = words
        self._given = units
        self._parted = sentences
        self._meant = bytearray(len(words))
        self.labels: list[Unit] = []
        """Those by which copies were told apart so far."""

    @cached_property
    def _all(self) -> tuple[Unit, ...]:
        return tuple(self._given)

    @cached_property
    def _units(self) -> list[Unit]:
        """Those that were not taken out."""
        return list(self._all)

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.start for unit in self._units]

    @cached_property
    def _sentences(self) -> Sequence[int]:
        return self._parted or [unit.start for unit in self._all]

    def take(self, spans: Iterable[Span]) -> None:
        """Leave out the units in some spans of words, which were taken out of the text."""
        for start, end in _joined(spans):
            low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
            if low < high and self._units[high - 1].end > end:
                high -= 1
            del self._units[low:high], self._starts[low:high]

    def _aligned(self, pairs: Sequence[Pair]) -> tuple[Stretch, Stretch]:
        """Return the words of a copy and those of the other one, as far as both say the same.

        Short units at either end of which not all is the same are labels, which may share a word: "Week 2".
        """
        low, high = 0, len(pairs)
        while low < high:
            unit = self._units[self._at(pairs[low][0])]
            after = bisect_left(pairs, (unit.end, 0), low)
            if unit.words > PROSE_WORDS or after - low == unit.words or not low < after < high:
                break
            low = after
        while low < high:
            unit = self._units[self._at(pairs[high - 1][0])]
            before = bisect_left(pairs, (unit.start, 0), 0, high)
            if unit.words > PROSE_WORDS or high - before == unit.words or not low < before < high:
                break
            high = before
        first, last = extent(place for _, place in pairs[low:high])
        opens = pairs[low][1]
        return (pairs[low][0], pairs[high - 1][0] + 1), (opens if first <= opens < last else first, last)

    def told(self, start: int, end: int) -> list[Unit]:
        """Return the units in the words ``[start, end)`` that belong to what the text tells."""
        low, high = max(0, self._at(start)), bisect_left(self._starts, end)
        return [unit for unit in self._units[low:high] if unit.told and unit.end > start]

    def is_meant(self, pairs: Sequence[Pair], *, one_flow: bool, inside: tuple[Stretch, Stretch] | None = None) -> bool:
        """Say whether the outlet meant a copy; ``pairs`` are its words, each with its place in the other, in order.

        ``inside`` are containers of both, where each has one: what stands inside of one is no label of the other.
        It is where both copies have each a label of one form but of other words, before them or behind; where
        something else is told between them, as far as they stand in ``one_flow`` of text; and where the other copy is
        itself one that was meant, unless this one follows upon it directly.
        """
        copy, source = self._aligned(pairs)
        meant = (
            self._headed(copy, source, inside or (copy, source))
            or self._signed(copy, source, inside or (copy, source))
            or self._labelled_inside(pairs)
            or (len(self.told(*copy)) == 1 and self._reworded(pairs))
            or ((one_flow or self._quoted(copy) != self._quoted(source)) and self._told_between(copy, source))
            or (copy[0] != source[1] and self._meant.find(1, *source) >= 0)
        )
        if meant:
            for start, end in (copy, source):
                self._meant[start:end] = b"\1" * (end - start)
        return meant

    def _told_between(self, copy: Stretch, source: Stretch) -> bool:
        first, last = sorted((source, copy))
        between = self._units[max(0, self._at(first[1])) : bisect_left(self._starts, last[0])]
        if self._quoted(copy) != self._quoted(source) and any(unit.told for unit in between if unit.start >= first[1]):
            return True
        # The sentence that the first copy breaks off in is its own.
        since = self._sentences[min(bisect_left(self._sentences, first[1]), len(self._sentences) - 1)]
        told = Counter[int]()
        for unit in between:
            told[unit.owner] += unit.told * max(0, min(unit.end, last[0]) - max(unit.start, since))
        whole = sum(unit.prose for unit in self.told(*copy)) >= _WHOLE
        words = sum(words for words in told.values() if words >= PROSE_WORDS)
        return words > (_LEFT_OVER if whole else _TOLD_BETWEEN) * (copy[1] - copy[0])

    def _quoted(self, span: Stretch) -> bool:
        told = self.told(*span)
        return bool(told) and all(_QUOTED.match(unit.form) for unit in told)

    def _labelled_inside(self, pairs: Sequence[Pair]) -> bool:
        """Say whether a heading inside both copies differs in some of its words, such as its number."""
        for (word, place), (next_word, next_place) in pairwise(pairs):
            if next_word - word > 1 and next_place - place > 1:
                one, other = self._units[self._at(word + 1)], self._units[self._at(place + 1)]
                if is_heading(one) and are_labels(one, other, self._words):
                    return True
        return False

    def _reworded(self, pairs: Sequence[Pair]) -> bool:
        """Say whether a word of a copy is another than in its place: of one paragraph, that makes a variant."""
        return any(
            1 < word - last_word <= PROSE_WORDS and 1 < place - last_place <= PROSE_WORDS
            for (last_word, last_place), (word, place) in pairwise(pairs)
        )

    def _at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1

    def _headed(self, copy: Stretch, source: Stretch, inside: tuple[Stretch, Stretch]) -> bool:
        one, other = self._at(copy[0]), self._at(source[0])
        if self._varied(copy[0], source[0]) or self._numbered(one, other):
            return True
        opening, other_opening = self._opening(copy[0]), self._opening(source[0])
        if opening and other_opening and opening != other_opening:
            longest = max(len(opening), len(other_opening))
            if longest <= OPENING or longest > PROSE_WORDS:
                return longest <= OPENING
        return self._differ(one - 1, other - 1, -1, inside)

    def _numbered(self, one: int, other: int) -> bool:
        """Say whether two paragraphs begin with numbers or times, each with its own."""
        units = self._units[one], self._units[other]
        first, second = (self._words[unit.start : min(unit.end, unit.start + 2)] for unit in units)
        return first != second and first[0].isdecimal() and second[0].isdecimal()

    def _varied(self, start: int, other: int) -> bool:
        """Say whether the sentences before two places, in the same paragraphs, are variants of each other."""
        before = [self._sentence_before(position) for position in (start, other)]
        if not all(before) or before[0] == before[1]:
            return False
        shared = (Counter(before[0]) & Counter(before[1])).total()
        return shared >= _VARIANT * max(map(len, before))

    def _sentence_before(self, position: int) -> Sequence[str]:
        at = bisect_left(self._sentences, position) - 1
        if at < 0 or self._units[self._at(position)].start >= position:
            return ()
        return self._words[self._sentences[at] : position]

    def _signed(self, copy: Stretch, source: Stretch, inside: tuple[Stretch, Stretch]) -> bool:
        return self._differ(self._at(copy[1] - 1) + 1, self._at(source[1] - 1) + 1, 1, inside)

    def _differ(self, one: int, other: int, step: int, inside: tuple[Stretch, Stretch]) -> bool:
        """Go on from two places until the units there differ, and say whether they do as labels do."""
        for passed in range(_STEPS):
            if not (0 <= one < len(self._units) and 0 <= other < len(self._units)):
                return False
            label, other_label = self._units[one], self._units[other]
            if _overlaps(label, inside[1]) or _overlaps(other_label, inside[0]):
                return False
            if label != other_label and self._text(label) != self._text(other_label):
                labels = are_labels(label, other_label, self._words) or (passed == 0 and are_links(label, other_label))
                # A heading is over what follows, and a link leads on to it: they sign nothing.
                if not labels or (step > 0 and (label.link or is_heading(label))):
                    return False
                self.labels += label, other_label
                return True
            one, other = one + step, other + step
        return False

    def _opening(self, position: int) -> Sequence[str]:
        return self._words[self._sentences[bisect_right(self._sentences, position) - 1] : position]

    def _text(self, unit: Unit) -> Sequence[str]:
        return self._words[unit.start : unit.end]


def _joined(spans: Iterable[Span]) -> list[Stretch]:
    """Return spans as stretches that do not touch, in order."""
    joined: list[Stretch] = []
    for start, end in sorted((span.start, span.end) for span in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _overlaps(unit: Unit, span: Stretch) -> bool:
    return unit.start < span[1] and span[0] < unit.end
