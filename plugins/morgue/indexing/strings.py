"""Many strings found in one pass over a text."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

import ahocorasick

Meaning = TypeVar("Meaning")


class Strings(Generic[Meaning]):
    """Strings and what each means; made once, then only read."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        """Take what each string means; an empty one is nowhere."""
        self._automaton = ahocorasick.Automaton()
        for string, meaning in meanings.items():
            if string.strip():
                self._automaton.add_word(string, (len(string), meaning))
        self._automaton.make_automaton()

    def found(self, text: str, offset: int = 0) -> Iterator[tuple[int, int, Meaning]]:
        """Yield where each string stands in a text, overlapping ones too, and what it means; ``offset`` is added."""
        if len(self._automaton):
            for last, (length, meaning) in self._automaton.iter(text):
                yield offset + last + 1 - length, offset + last + 1, meaning
