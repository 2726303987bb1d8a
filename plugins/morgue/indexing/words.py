"""The words of a text, each with its place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import NamedTuple, overload

_WORD = re.compile(
    r"([^\W_]+\b(?!')|(?i:(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=[^\W_]))|'s\b|[^\W_]+(?:'(?!s\b)[^\W_]+)*)"
)
"""A word; French elisions ("l'", "qu'") and the English possessive ("'s") are words of their own. Most words come
without an apostrophe: they are looked for first."""


class Word(NamedTuple):
    """A word of the folded text, and where it stands."""

    start: int
    end: int
    text: str

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


_put_together: Callable[[tuple[int, int, str]], Word] = partial(tuple.__new__, Word)
"""As ``Word._make`` does, without its own step in Python: sentences are made of words by the thousand."""


@dataclass(slots=True)
class Words(Sequence[Word]):
    """The words of a text in order, as columns: a ``Word`` is put together when it is asked for, as few are."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...
    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        """Return a word, or several."""
        if isinstance(index, slice):
            return tuple(map(_put_together, zip(self.starts[index], self.ends[index], self.texts[index], strict=True)))
        return Word(self.starts[index], self.ends[index], self.texts[index])

    def append(self, word: Word) -> None:
        """Add a word."""
        self.starts.append(word.start)
        self.ends.append(word.end)
        self.texts.append(word.text)

    def extend(self, words: "Words", first: int, last: int) -> None:
        """Add some of the words of another text."""
        self.starts += words.starts[first:last]
        self.ends += words.ends[first:last]
        self.texts += words.texts[first:last]


def words_of(text: str) -> Words:
    """Return the words of a text."""
    pieces = _WORD.split(text)  # what stands between two words and a word, in turn
    bounds = [*accumulate(map(len, pieces))]
    return Words(pieces[1::2], bounds[:-1:2], bounds[1::2])
