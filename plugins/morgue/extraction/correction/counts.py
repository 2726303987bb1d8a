"""What of a page was chosen, counted: of each passage, of each container and of all passages of one form."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from morgue.extraction.correction.passages import Passage
from morgue.extraction.page import Page

_PROSE = 20
_LINKED = 0.4
"""A passage is prose where it has so many words, and no larger share of them in links."""

Shares = tuple[int, float, float]
"""Of a stretch its words, and the shares of them that are chosen and that are links."""


class Counts:
    """The passages of a page and which words of it were chosen."""

    def __init__(self, page: Page, passages: Sequence[Passage], chosen: Sequence[int]) -> None:
        """``chosen`` has a 1 for each word of the page that was chosen."""
        self._nodes = page.nodes
        self._passages = passages
        standing = bytearray(len(page.words))
        linked = bytearray(len(page.words))
        for passage in passages:
            standing[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
        for node in page.nodes:
            if node.element.tag == "a":
                linked[node.start : node.end] = b"\1" * (node.end - node.start)
        self._words = list(accumulate(standing, initial=0))
        self._chosen = list(accumulate(map(int.__and__, standing, chosen), initial=0))
        self._links = list(accumulate(map(int.__and__, standing, linked), initial=0))
        self._own = [self._shares(passage.start, passage.end) for passage in passages]
        self._is_prose = [words >= _PROSE and links <= _LINKED for words, _, links in self._own]
        for passage, is_prose in zip(passages, self._is_prose, strict=True):
            if not is_prose:
                standing[passage.start : passage.end] = bytes(passage.end - passage.start)
        self._prose = list(accumulate(standing, initial=0))
        self._all_words, self._all_chosen, self._all_prose = (
            counted[-1] or 1 for counted in (self._words, self._chosen, self._prose)
        )
        self.is_chosen = [2 * share >= 1 for _, share, _ in self._own]
        """For each passage whether at least half of it was chosen."""
        self.chosen_at = [at for at, is_chosen in enumerate(self.is_chosen) if is_chosen]
        self.prose_at = [at for at, is_prose in enumerate(self._is_prose) if is_prose]
        body = [at for at in self.chosen_at if self._is_prose[at]] or self.chosen_at or [0]
        self._body = body[0], body[-1]
        self._containers: dict[int, tuple[float, ...]] = {}
        self._forms = [self._form(passage.owner) for passage in passages]
        self._likes = self._all_likes()
        self.chosen_prose = sum(self._own[at][0] * self._own[at][1] for at in self.prose_at) / self._all_prose
        """How much of the page's prose was chosen."""

    def _shares(self, start: int, end: int) -> Shares:
        words = self._words[end] - self._words[start] or 1
        return words, (self._chosen[end] - self._chosen[start]) / words, (self._links[end] - self._links[start]) / words

    def _form(self, number: int) -> tuple[str, ...]:
        """Return what an element has in common with others of a template: its tag and classes, and its parent's."""
        element = self._nodes[number].element
        parent = self._nodes[max(0, self._nodes[number].parent)].element
        classes = _without_digits(f"{element.get('class', '')}/{parent.get('class', '')}")
        return str(element.tag), str(parent.tag), classes

    def _all_likes(self) -> dict[tuple[str, ...], list[float]]:
        """Return for each form how many passages have it, their words, and those chosen, in links and in prose."""
        likes: dict[tuple[str, ...], list[float]] = {}
        for form, is_prose, (words, share, links) in zip(self._forms, self._is_prose, self._own, strict=True):
            alike = likes.setdefault(form, [0.0] * 5)
            for at, figure in enumerate((1, words, words * share, words * links, words * is_prose)):
                alike[at] += figure
        return likes

    def _container(self, number: int) -> tuple[float, ...]:
        """Return an element's words, those chosen, its share of links, and its shares of all chosen words and prose."""
        known = self._containers.get(number)
        if known is None:
            node = self._nodes[number]
            words, _, links = self._shares(node.start, node.end)
            chosen = self._chosen[node.end] - self._chosen[node.start]
            prose = self._prose[node.end] - self._prose[node.start]
            known = (words, chosen, links, chosen / self._all_chosen, prose / self._all_prose)
            self._containers[number] = known
        return known


@lru_cache(maxsize=1024)
def _without_digits(names: str) -> str:
    return re.sub(r"\d+", "", names)
