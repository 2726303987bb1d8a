"""Answers to questions about a text: each rule, in each round, asks them of the same blocks anew."""

from collections.abc import Callable
from typing import TypeVar

_SHORT = 2000
"""Characters of a text that is remembered: most paragraphs have fewer, and what is remembered stays small."""

_MOST = 1024
"""Texts that are remembered, those of a few pages; then all are forgotten."""

Answer = TypeVar("Answer")


def remembered(question: Callable[[str], Answer]) -> Callable[[str], Answer]:
    """Let a question about a text remember its answers."""
    return _Answers(question).__getitem__


class _Answers(dict[str, Answer]):
    """The answers to one question, by text: to give one that is known takes no call of a function in Python."""

    def __init__(self, question: Callable[[str], Answer]) -> None:
        self._question = question

    def __missing__(self, text: str) -> Answer:
        answer = self._question(text)
        if len(text) <= _SHORT:
            if len(self) >= _MOST:
                self.clear()
            self[text] = answer
        return answer
