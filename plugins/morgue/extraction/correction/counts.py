"""What of a page was chosen, counted: of each passage, of each element and of all passages of one form."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from morgue.extraction.correction.passages import PROSE, Passage
from morgue.extraction.page import Page

_LINKED = 0.4
"""Of a passage's words, the share in links up to which it is prose."""

Column = np.ndarray[Any, Any]
"""A figure of each passage, or of each element, in order."""


class Counts:
    """The passages of a page and which words of it were chosen."""

    def __init__(self, page: Page, passages: Sequence[Passage], chosen: Sequence[int]) -> None:
        """``chosen`` has a 1 for each word of the page that was chosen."""
        self._nodes = page.nodes
        self._passages = passages
        self._owners = np.array([passage.owner for passage in passages], dtype=np.intp)
        self._starts = np.array([passage.start for passage in passages], dtype=np.intp)
        self._ends = np.array([passage.end for passage in passages], dtype=np.intp)
        standing = self._marked(np.ones(len(passages), dtype=np.int64), len(page.words))
        self._words = _counted(standing)
        self._chosen = _counted(standing * chosen)
        self._links = _counted(standing * page.linked)
        self._own = self._shares(self._starts, self._ends)
        words, share, links = self._own
        self._is_prose = (words >= PROSE) & (links <= _LINKED)
        self._prose = _counted(self._marked(self._is_prose.astype(np.int64), len(page.words)))
        self._all_words, self._all_chosen, self._all_prose = (
            int(counted[-1]) or 1 for counted in (self._words, self._chosen, self._prose)
        )
        self.is_chosen: list[bool] = (2 * share >= 1).tolist()
        """For each passage whether at least half of it was chosen."""
        self.chosen_at = [at for at, is_chosen in enumerate(self.is_chosen) if is_chosen]
        self.prose_at: list[int] = np.flatnonzero(self._is_prose).tolist()
        body = [at for at in self.chosen_at if self._is_prose[at]] or self.chosen_at or [0]
        self._body = body[0], body[-1]
        forms: dict[tuple[str, ...], int] = {}
        self._forms = np.array([forms.setdefault(self._form(each), len(forms)) for each in self._owners.tolist()])
        self.chosen_prose = sum((words * share)[self._is_prose].tolist()) / self._all_prose
        """How much of the page's prose was chosen."""

    def _marked(self, marks: Column, words: int) -> Column:
        """Return for each word of the page the mark of the passage that it stands in, or 0."""
        marked = np.zeros(words, dtype=np.int64)
        for start, end, mark in zip(self._starts.tolist(), self._ends.tolist(), marks.tolist(), strict=True):
            marked[start:end] = mark
        return marked

    def _shares(self, start: Column, end: Column) -> tuple[Column, Column, Column]:
        """Return of stretches the words, and the shares of them that are chosen and that are links."""
        words = np.maximum(self._words[end] - self._words[start], 1)
        return words, (self._chosen[end] - self._chosen[start]) / words, (self._links[end] - self._links[start]) / words

    def _form(self, number: int) -> tuple[str, ...]:
        """Return what an element has in common with others of a template: its tag and classes, and its parent's."""
        element = self._nodes[number].element
        parent = self._nodes[max(0, self._nodes[number].parent)].element
        classes = _without_digits(f"{element.get('class', '')}/{parent.get('class', '')}")
        return str(element.tag), str(parent.tag), classes

    def _likes(self) -> tuple[Column, ...]:
        """Return for each form how many passages have it, their words, and those chosen, in links and in prose."""
        words, share, links = self._own
        counted = (np.ones(len(words)), words, words * share, words * links, words * self._is_prose)
        return tuple(np.bincount(self._forms, each) for each in counted)


def _counted(marks: Column) -> Column:
    """Return for each place between words how many before it are marked."""
    return np.concatenate(([0], np.cumsum(marks)))


@lru_cache(maxsize=1024)
def _without_digits(names: str) -> str:
    return re.sub(r"\d+", "", names)
