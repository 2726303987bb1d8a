"""A page as the indexing rules read it: words, lines and sentences, each with its place in the text."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from morgue.indexing.vocabulary import ABBREVIATIONS, Vocabulary, vocabulary
from morgue.indexing.words import Word, Words, words_of

_ALIKE = {"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-"}
"""One character for one, so that every position still holds."""

_STOP = re.compile(r"[.!?…]+[\"'”’»“)\]]*[^\S\n]+(?=[\"'“„«‘(\[–—-]*[^\S\n]?(?P<next>[^\W_]))")
"""Where a sentence may end inside a line: a stop, closing marks, a space; no small letter may follow."""

_STOPS, _CLOSING = frozenset(".!?…:;"), '"”’»“)]'
"""What ends a line that is no headline, and the marks that may stand behind it."""


def fold(text: str) -> str:
    """Return the text with one spelling of apostrophes, spaces and hyphens, every position kept."""
    for character, alike in _ALIKE.items():
        text = text.replace(character, alike)
    return text


def primary(language: str | None) -> str:
    """Return the first subtag of a language ("en" of "en-GB"), or nothing."""
    return (language or "").partition("-")[0].lower()


@dataclass(frozen=True)
class Page:
    """The folded text of a clipping and its language's primary subtag; its ``words`` where they are known already."""

    text: str
    language: str
    known: Words | None = None

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The word lists of the page's language."""
        return vocabulary(self.language)

    @cached_property
    def words(self) -> Words:
        """Every word in order."""
        return words_of(self.text) if self.known is None else self.known

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """The indexes of the words that begin with a capital."""
        capitalised = {word for word in self.different if word[0].isupper()}
        return tuple([index for index, word in enumerate(self.words.texts) if word in capitalised])

    @cached_property
    def different(self) -> frozenset[str]:
        """The words, each once."""
        return frozenset(self.words.texts)

    @cached_property
    def lines(self) -> tuple[tuple[int, int], ...]:
        """Every line that is not empty: paragraphs, and items of lists."""
        return tuple(match.span() for match in re.finditer(r"[^\n]+", self.text))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Every sentence; none goes on over the end of a line."""
        stops = [stop for stop in _STOP.finditer(self.text) if not stop["next"].islower()]
        found, behind = [], 0
        for begun, end in self.lines:
            start = begun
            while behind < len(stops) and stops[behind].start() < end:
                stop, behind = stops[behind], behind + 1
                if not self._is_short(start, stop):
                    found.append((start, stop.end()))
                    start = stop.end()
            if start < end:
                found.append((start, end))
        return tuple(found)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Where the first word of each sentence stands, of those inside quotation marks too."""
        places = self.words.starts
        firsts = [bisect_left(places, start) for start, _ in self.sentences]
        starts = {places[index] for index in firsts if index < len(places)}
        return frozenset(starts | {match.end() for match in re.finditer(r"[“\"„«‘]\s?(?=[^\W_])", self.text)})

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand on the page without a capital: a name is none of them."""
        return frozenset([word for word in self.different if word[0].islower()])

    @cached_property
    def headline_words(self) -> frozenset[int]:
        """Where the words of lines stand that give every word a capital: there a capital makes no name."""
        found: list[int] = []
        for start, end in self.lines:
            if not self._is_closed(start, end):
                first, last = self.index_at(start), self.index_at(end)
                if self._in_title_case(self.words.texts[first:last]):
                    found += self.words.starts[first:last]
        return frozenset(found)

    def _is_closed(self, start: int, end: int) -> bool:
        return self.text[start:end].rstrip().rstrip(_CLOSING)[-1:] in _STOPS

    @staticmethod
    def _in_title_case(words: Sequence[str]) -> bool:
        long = 0
        for word in words:
            if len(word) > 3:
                if not word[0].isupper():
                    return False
                long += 1
        return long > 3

    @cached_property
    def names_inside(self) -> frozenset[str]:
        """The words that stand inside a sentence with a capital."""
        words = self.words
        return frozenset(
            words.texts[index] for index in self.capitals if words.starts[index] not in self.sentence_starts
        )

    def index_at(self, position: int) -> int:
        """Return the index of the first word that starts at the position or behind it."""
        return bisect_left(self.words.starts, position)

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that start inside the span."""
        return self.words[self.index_at(start) : self.index_at(end)]

    def gap(self, first: Word, second: Word) -> str:
        """Return what stands between two words."""
        return self.text[first.end : second.start]

    def _is_short(self, start: int, stop: re.Match[str]) -> bool:
        """Say whether a full stop belongs to an initial or an abbreviation of the sentence that began at ``start``."""
        if self.text[stop.start()] != ".":
            return False
        before = self.text[max(stop.start() - 12, start) : stop.start()].split()
        last = before[-1].strip('("“„«‘') if before else ""
        return len(last) == 1 or last in ABBREVIATIONS


def whole(page: Page, start: int, end: int) -> bool:
    """Say whether a span begins and ends with words; a plain genitive "s" may follow where the language has it."""
    text = page.text
    if start and (text[start - 1].isalnum() or text[start - 1] in "@_"):
        return False
    before = page.index_at(start) - 1
    if before >= 0 and page.words.ends[before] > start:
        return False  # behind an apostrophe inside a word
    if page.vocabulary.genitive and text[end : end + 1] == "s" and text[end - 1].islower():
        end += 1
    return end >= len(text) or not (text[end].isalnum() or text[end] == "_")
