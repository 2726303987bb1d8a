"""Answers to a question that comes again and again, from one page to the next."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")


class Kept(dict[Asked, Answer]):
    """The answers by what was asked; a new one is found when it is looked up.

    A look is cheaper than into ``functools.lru_cache``, which keeps what was used last: here all go when they are too
    many.
    """

    def __init__(self, question: Callable[[Asked], Answer], most: int) -> None:
        """Take the question, whose answer depends on what is asked alone, and how many answers are kept."""
        super().__init__()
        self._question = question
        self._most = most

    def __missing__(self, asked: Asked) -> Answer:
        """Find an answer."""
        if len(self) >= self._most:
            self.clear()
        answer = self[asked] = self._question(asked)
        return answer
