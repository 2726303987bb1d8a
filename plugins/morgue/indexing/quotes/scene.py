"""What stands around a quote: its sentence with every quote blotted out, and who is named in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from morgue.indexing.page import Page
from morgue.indexing.quotes.blotted import blotted
from morgue.indexing.quotes.quoted import Quoted
from morgue.indexing.words import Word
from morgue.model import NamedActor

_BREAK = re.compile(r"[,;:()\[\]–—\"“”„«»‹›‚‘]")

_REACH = 80
"""Words of a sentence on either side of a quote that are read: a line without full stops must not cost more."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention as the quote rules need it."""

    start: int
    end: int
    actor: str
    person: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, as the text names them; ``actor`` where the words' head is a mention."""

    start: int
    end: int
    actor: str | None = None
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A subject, the speech verb that ties it to a quote, and how sure that is (0 to 1)."""

    subject: Subject
    cue: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Said:
    """A quote, the rule that found its speaker, and the attribution."""

    quote: Quoted
    rule: str
    attribution: Attribution


class Scene:
    """One page for the quote rules."""

    def __init__(self, page: Page, quotes: Sequence[Quoted], actors: Iterable[NamedActor]) -> None:
        """Take the page, the runs between its quotation marks, and who is named on it."""
        self.lists = page.vocabulary
        self.last: Said | None = None
        """The quote before the one that is asked for, if it was found who says it."""
        self.page = blotted(page, quotes)
        self._mentions = sorted(
            (
                Named(mention.start, mention.end, actor.id, actor.kind == "person")
                for actor in actors
                for mention in actor.mentions
            ),
            key=lambda named: named.start,
        )
        self._asked: tuple[int, tuple[Sequence[Word], Sequence[Word]]] = (-1, ((), ()))
        self._starts = [named.start for named in self._mentions]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.page.sentences]

    def sentence(self, position: int) -> int:
        """Return the index of the sentence in which a position stands."""
        return max(bisect_right(self._sentence_starts, position) - 1, 0)

    def sentence_words(self, index: int) -> Sequence[Word]:
        """Return the words of a sentence, the first if they are many."""
        words = self.page.words
        start, end = self.page.sentences[index]
        first = self.page.index_at(start)
        return words[first : min(self.page.index_at(end), first + _REACH)]

    def left(self, quote: Quoted) -> Sequence[Word]:
        """Return the words of the quote's sentence that stand before it, the nearest if they are many."""
        return self._around(quote)[0]

    def right(self, quote: Quoted) -> Sequence[Word]:
        """Return the words behind the quote up to the end of its sentence, the nearest if they are many."""
        return self._around(quote)[1]

    def _around(self, quote: Quoted) -> tuple[Sequence[Word], Sequence[Word]]:
        """Return the words on both sides of a quote; those of the last one are kept, as every rule asks for them."""
        if self._asked[0] != quote.open:
            words, page = self.page.words, self.page
            first = page.index_at(page.sentences[self.sentence(quote.open)][0])
            before, behind = page.index_at(quote.open), page.index_at(quote.close)
            last = page.index_at(page.sentences[self.sentence(quote.close - 1)][1])
            left = words[max(first, before - _REACH) : before]
            self._asked = (quote.open, (left, words[behind : min(last, behind + _REACH)]))
        return self._asked[1]

    def mentions(self, start: int, end: int) -> list[Named]:
        """Return the mentions that start inside a span, in order."""
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self._mentions[low : min(high, low + _REACH)]

    def parted(self, first: Word, second: Word) -> bool:
        """Say whether punctuation stands between two words."""
        return _BREAK.search(self.page.gap(first, second)) is not None

    def comma(self, first: Word, second: Word) -> bool:
        """Say whether a comma or a dash stands between two words, and no quotation mark."""
        gap = self.page.gap(first, second)
        return bool(re.search(r"[,–—]", gap)) and not re.search(r"[\"“”„«»;:]", gap)
