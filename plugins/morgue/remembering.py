"""Answers to questions that come again and again: of the same block from each rule, of the same word from each page."""

from collections.abc import Callable, Hashable
from typing import TypeVar

_SHORT = 2000
"""Characters of a text that is remembered: most paragraphs have fewer, and what is remembered stays small."""

_MOST = 1024
"""Texts that are remembered, those of a few pages."""

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")


class Answers(dict[Asked, Answer]):
    """The answers to one question, by what was asked; a new one is found when it is looked up.

    To give one that is known takes no call of a function in Python, and less than a look into ``functools.lru_cache``,
    which keeps what was used last: here all are forgotten when they are too many.
    """

    def __init__(self, question: Callable[[Asked], Answer], most: int) -> None:
        """Take the question, whose answer depends on what is asked alone, and how many answers are kept."""
        super().__init__()
        self._question = question
        self._most = most

    def __missing__(self, asked: Asked) -> Answer:
        """Find an answer."""
        answer = self._question(asked)
        if not isinstance(asked, str) or len(asked) <= _SHORT:
            if len(self) >= self._most:
                self.clear()
            self[asked] = answer
        return answer


def remembered(question: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a question about a text remember its answers."""
    return Answers(question, _MOST).__getitem__
