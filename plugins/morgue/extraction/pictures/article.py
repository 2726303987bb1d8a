"""Where on a page the blocks of its article stand, for whoever asks what stands among them."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from morgue.extraction.furniture import Furniture
from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.pictures.names import is_caption
from morgue.letters import words_of

_CAPTION = 120
"""Words of a caption at the most: what is called one and says more holds something else."""

_ABOVE = 3
"""Elements around a block's own that may be its caption's."""


class Article:
    """The blocks of a page's article. Of their words ``[first, last)`` are its own; -1 where none has a known place.

    ``body`` is the smallest element around these, ``end`` the one that holds the last block.
    """

    def __init__(self, drafts: Sequence[Draft], page: Page) -> None:
        self.page = page
        nodes = page.nodes
        self._drafts = drafts
        self._placed = [at for at, draft in enumerate(drafts) if draft.number >= 0 and not draft.twin]
        self._starts = list(accumulate((nodes[drafts[at].number].start for at in self._placed), max))
        own = [drafts[at] for at in self._placed if not (drafts[at].removed_by or drafts[at].beside)]
        self._captions = {draft.number for draft in own if draft.kind == "caption"}
        told = [draft for draft in own if draft.kind != "caption" and not self._is_captions(draft.number)]
        self._texts = sorted(nodes[draft.number].start for draft in told)
        self.first = self.last = self.body = self.end = -1
        if told:
            final = nodes[told[-1].number]
            self.first, self.last = self._texts[0], final.start + len(words_of(told[-1].text))
            self.body, self.end = page.around(self.first, self.last), final.parent

    @cached_property
    def furniture(self) -> Furniture:
        """Return the page's named boxes."""
        nodes = self.page.nodes
        words = sum(nodes[draft.number].end - nodes[draft.number].start for draft in self._drafts if draft.number >= 0)
        return Furniture(self.page, words)

    def holds_text(self, number: int) -> bool:
        """Say whether one of the article's blocks, captions aside, begins in an element."""
        node = self.page.nodes[number]
        return bisect_left(self._texts, node.start) < bisect_left(self._texts, node.end)

    def box(self, number: int) -> int:
        """Return the largest element around a picture in which none of these blocks begins."""
        nodes = self.page.nodes
        while (parent := nodes[number].parent) > 0 and parent != self.body and not self.holds_text(parent):
            number = parent
        return number

    def behind(self, word: int) -> int:
        """Return the number of the first draft that begins at a word of the page or behind it."""
        at = bisect_left(self._starts, word)
        return self._placed[at] if at < len(self._placed) else len(self._drafts)

    def within(self, number: int) -> tuple[int, int]:
        """Return the first draft that begins in an element, and that behind the last."""
        node = self.page.nodes[number]
        first, last = bisect_left(self._starts, node.start), bisect_left(self._starts, node.end)
        return (self._placed[first], self._placed[last - 1] + 1) if first < last else (0, 0)

    def captions_in(self, number: int) -> list[int]:
        """Return the elements inside one that are called captions, or are one in the text: the outermost."""
        nodes = self.page.nodes
        found = []
        each = number
        while each <= nodes[number].last:
            words = nodes[each].end - nodes[each].start
            if 0 < words <= _CAPTION and (each in self._captions or is_caption(nodes[each].element)):
                found.append(each)
                each = nodes[each].last
            each += 1
        return found

    def _is_captions(self, number: int) -> bool:
        nodes = self.page.nodes
        for _ in range(_ABOVE + 1):
            if number < 0 or nodes[number].end - nodes[number].start > _CAPTION:
                return False
            if is_caption(nodes[number].element):
                return True
            number = nodes[number].parent
        return False
