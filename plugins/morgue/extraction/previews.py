"""Previews: the beginning of an article in a container of its own, which leads on to the whole."""

from morgue.extraction.containers import FILLED, apart, are_siblings, container, span
from morgue.extraction.copies import CALL, Copies, Stretch
from morgue.extraction.meant import Flow
from morgue.extraction.page import Page

_MOST = 0.5
"""Of a preview's container that is the article's text: dates, buttons and names of sections stand there too."""


class Previews:
    """Tells the article's beginning from its whole, by the containers of both."""

    def __init__(self, page: Page, copies: Copies, flow: Flow) -> None:
        self._page = page
        self._copies = copies
        self._flow = flow

    def is_one(self, copy: Stretch, source: Stretch) -> bool:
        """Say whether a copy fills a container of another kind than the article's, and is the article's beginning."""
        own, holder = container(self._page, *copy), container(self._page, *source)
        (start, end), (first, last) = span(self._page, own), span(self._page, holder)
        longer = max(source[1], first + end - start) + CALL < last
        opens = longer and not any(unit.prose for unit in self._flow.told(first, source[0]))
        filled = copy[1] - copy[0] >= _MOST * (end - start)
        whole = filled and self._copies.alone(start, end) <= (1 - FILLED) * (end - start)
        return opens and whole and apart(self._page, own, holder) and not are_siblings(self._page, copy, source)

    def is_teaser(self, first: Stretch, second: Stretch) -> bool:
        """Say whether the first of two copies is a preview of several paragraphs: one alone is the article's lead."""
        return self.is_one(first, second) and sum(unit.prose for unit in self._flow.told(*first)) > 1

    def box(self, holder: int, copy: Stretch) -> Stretch:
        """Return the words of the widest element around a container that has nothing of its own, nor the copy."""
        nodes = self._page.nodes
        while nodes[holder].parent >= 0:
            around = span(self._page, nodes[holder].parent)
            held = around[0] <= copy[0] and copy[1] <= around[1]
            if held or self._copies.alone(*around) > (1 - FILLED) * (around[1] - around[0]):
                break
            holder = nodes[holder].parent
        return span(self._page, holder)
