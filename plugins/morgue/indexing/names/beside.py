"""The words around a name, as far as nothing but a space parts them from it."""

from dataclasses import dataclass
from functools import cache

from morgue.indexing.page import Page
from morgue.indexing.vocabulary import GIVEN_NAMES, vocabulary


@dataclass(frozen=True, slots=True)
class Beside:
    """A name on a page, the characters [start, end)."""

    page: Page
    start: int
    end: int

    def before(self, number: int = 1) -> str:
        """Return the word so many before the name, as it is written, or nothing."""
        words, behind = self.page.words, self.start
        for place in range(self.page.index_at(self.start) - 1, -1, -1):
            if self.page.text[words.ends[place] : behind] != " ":
                return ""
            number, behind = number - 1, words.starts[place]
            if number == 0:
                return words.texts[place]
        return ""

    def after(self, number: int = 1) -> str:
        """Return the word so many behind the name, as it is written, or nothing."""
        words, end = self.page.words, self.end + self.owns
        for place in range(self.page.index_at(self.end), len(words)):
            if self.page.text[end : words.starts[place]] not in (" ", ""):
                return ""
            number, end = number - 1, words.ends[place]
            if number == 0:
                return words.texts[place]
        return ""

    @property
    def goes_on(self) -> bool:
        """Whether it ends a longer name: "Denzel Washington", "Fort Washington", "Mr. Washington"."""
        lists, before = self.page.vocabulary, self.before() or self._before_stop()
        if before in GIVEN_NAMES:
            return True
        if not before[:1].isupper() or lists.nouns_capitalised:
            return before[:1].isupper() and lists.is_title(before)
        return before.lower() not in _no_names(self.page.language)

    @property
    def behind_opener(self) -> bool:
        """Whether the word before it only begins a sentence: "Poor Mexico"."""
        before = self.before()
        place = self.page.index_at(self.start) - 1
        opens = place >= 0 and self.page.words.starts[place] in self.page.sentence_starts
        return opens and not before.isupper() and before not in self.page.names_inside and before not in GIVEN_NAMES

    def _before_stop(self) -> str:
        """Return the title or initial before a full stop before the name, or nothing."""
        words, place = self.page.words, self.page.index_at(self.start) - 1
        if place < 0 or self.page.text[words.ends[place] : self.start] != ". ":
            return ""
        before = words.texts[place]
        return before if len(before) == 1 or self.page.vocabulary.is_title(before) else ""

    @property
    def owns(self) -> bool:
        """Whether the name has a plain genitive ("Moskaus")."""
        return self.page.text[self.end : self.end + 1] == "s"

    def parted(self, mark: str) -> str:
        """Return the next word where just this mark parts it from the name, or nothing."""
        words, place = self.page.words, self.page.index_at(self.end)
        joined = place < len(words) and self.page.text[self.end : words.starts[place]] == mark
        return words.texts[place] if joined else ""


@cache
def _no_names(language: str) -> frozenset[str]:
    """Return the words that a capital makes no part of a name: those that begin sentences, days, directions."""
    lists = vocabulary(language)
    return lists.openers | lists.neutral | lists.prepositions | lists.joining | lists.boundaries
