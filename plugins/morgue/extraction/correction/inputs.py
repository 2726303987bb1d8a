"""What the correction goes by: for each passage near the chosen ones, figures that mean the same on any page."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

import numpy as np

from morgue.extraction.correction.counts import Column, Counts
from morgue.extraction.correction.names import PLACES, PURPOSES, place, purposes
from morgue.extraction.correction.passages import Passage
from morgue.extraction.page import Page
from morgue.letters import ends_sentence

_TAGS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "td",
    "th",
    "figcaption",
    "blockquote",
    "span",
    "section",
)
_TAG_NUMBERS = {tag: number for number, tag in enumerate(_TAGS)}
_OTHER_TAG = -1
_NONE = -2
_BORDER = np.array([_NONE, _NONE])
"""Stands for the two passages before the first one and behind the last one."""

_FAR = 50
"""Passages, and beyond it none: so far away all is the same."""

_READ = 300
"""Characters of a passage in which capitals are counted."""

_FIRST_LETTER = itemgetter(0)
_NAMELESS = (0, 0, 0)

_CONTAINERS = 3
_AROUND = ("words", "chosen beside it", "links", "share of chosen", "share of prose")

NAMES = (
    *("words", "chosen", "links", "stops", "ends sentence", "capitals", "begins small", "tag"),
    *(f"named {purpose}" for purpose in PURPOSES),
    *(f"inside named {purpose}" for purpose in PURPOSES),
    *(f"inside {tag}" for tag in PLACES),
    *("position", "chosen before", "chosen after", "prose before", "prose after"),
    *("passages to chosen before", "passages to chosen after", "passages from last prose", "passages from first prose"),
    *(f"{name} at {distance:+d}" for distance in (-2, -1, 1, 2) for name in ("words", "chosen", "links")),
    *("tag at +1", "same form at +1"),
    *(f"{name} of container {level}" for level in range(1, _CONTAINERS + 1) for name in _AROUND),
    *("levels to chosen", "share of chosen there", "words of box", "links of box"),
    *("likes", "words of likes", "chosen of likes", "links of likes"),
    *("share of chosen in likes", "share of prose in likes", "chosen of others"),
    *("words of page", "chosen of page", "links of page", "passages of page", "chosen passages", "chosen prose"),
)
"""What each figure of a row is, in order: words are counts, what is chosen or linked is a share of words."""


class Inputs(Counts):
    """The figures of each passage of a page."""

    def __init__(self, page: Page, passages: Sequence[Passage], chosen: Sequence[int]) -> None:
        """``chosen`` has a 1 for each word of the page that was chosen."""
        super().__init__(page, passages, chosen)
        self._named: dict[int, tuple[int, int, int]] = {}

    def rows(self, first: int, last: int) -> Column:
        """Return a table of the figures of the passages ``[first, last)``, a row each."""
        tags = np.array([self._tag(number) for number in self._owners[first : last + 1].tolist()])
        columns = [
            *(figure[first:last] for figure in self._own),
            *np.array([_of_text(passage.text) for passage in self._passages[first:last]]).T,
            tags[: last - first],
            *self._of_names(first, last),
            *self._of_position(first, last),
            *self._beside(first, last),
            *self._following(tags[1:], first, last),
            *self._around(first, last),
            *self._of_likes(first, last),
        ]
        table = np.empty((len(NAMES), last - first))
        for at, column in enumerate([*columns, *self._of_page()]):
            table[at] = column
        return table.T

    def _of_page(self) -> tuple[float, ...]:
        passages = len(self._passages)
        return (
            self._all_words,
            self._chosen[-1] / self._all_words,
            self._links[-1] / self._all_words,
            passages,
            len(self.chosen_at) / (passages or 1),
            self.chosen_prose,
        )

    def _tag(self, number: int) -> int:
        return _TAG_NUMBERS.get(str(self._nodes[number].element.tag), _OTHER_TAG)

    def _of_names(self, first: int, last: int) -> Iterable[Column]:
        """Return a 1 or 0 for each purpose of an element, for each of those around it, and for each place."""
        named = []
        for owner in self._owners[first:last].tolist():
            own, inside, places = self._names_of(owner)
            parent = self._named.get(self._nodes[owner].parent, _NAMELESS)[0]
            named.append((own | parent, inside, places))
        for bits, names in zip(np.array(named).T, (PURPOSES, PURPOSES, PLACES), strict=True):
            yield from (bits >> bit & 1 for bit in range(len(names)))

    def _names_of(self, number: int) -> tuple[int, int, int]:
        """Return the purposes of an element, those of all around it, and the places in which it stands."""
        waiting = []
        while number >= 0 and number not in self._named:
            waiting.append(number)
            number = self._nodes[number].parent
        known = self._named[number] if number >= 0 else _NAMELESS
        for each in reversed(waiting):
            element = self._nodes[each].element
            known = (purposes(element), known[0] | known[1], place(element) | known[2])
            self._named[each] = known
        return known

    def _of_position(self, first: int, last: int) -> tuple[Column, ...]:
        start, end = self._starts[first:last], self._ends[first:last]
        at = np.arange(first, last)
        chosen = np.array(self.chosen_at)
        before = np.append(-1, chosen)[np.searchsorted(chosen, at)]
        after = np.append(chosen, len(self._passages))[np.searchsorted(chosen, at, side="right")]
        opens, closes = self._body
        return (
            self._words[start] / self._all_words,
            self._chosen[start] / self._all_chosen,
            1 - self._chosen[end] / self._all_chosen,
            self._prose[start] / self._all_prose,
            1 - self._prose[end] / self._all_prose,
            _steps(at - before, before >= 0),
            _steps(after - at, after < len(self._passages)),
            np.clip(at - closes, -_FAR, _FAR),
            np.clip(at - opens, -_FAR, _FAR),
        )

    def _beside(self, first: int, last: int) -> Iterable[Column]:
        padded = [np.concatenate((_BORDER, figure, _BORDER)) for figure in self._own]
        for distance in (-2, -1, 1, 2):
            yield from (figure[first + 2 + distance : last + 2 + distance] for figure in padded)

    def _following(self, tags: Column, first: int, last: int) -> tuple[Column, Column]:
        """Return what the passage behind each is, and whether it has the same form."""
        alike = self._forms[first + 1 : last + 1] == self._forms[first:last][: len(tags)]
        behind = _BORDER[: last - first - len(tags)]
        return np.concatenate((tags, behind)), np.concatenate((alike, behind))

    def _around(self, first: int, last: int) -> list[Column]:
        ends = np.array([node.end for node in self._nodes])
        starts = np.array([node.start for node in self._nodes])
        parents = np.array([node.parent for node in self._nodes])
        held, _, linked = self._shares(starts, ends)
        chosen = self._chosen[ends] - self._chosen[starts]
        of_chosen = chosen / self._all_chosen
        of_prose = (self._prose[ends] - self._prose[starts]) / self._all_prose
        words, share, _ = (figure[first:last] for figure in self._own)
        own_chosen = words * share
        owners = self._owners[first:last]
        figures: list[Column] = []
        number = parents[owners]
        for _ in range(_CONTAINERS):
            others = held[number] - words
            beside = np.where(others > 0, (chosen[number] - own_chosen) / np.maximum(others, 1), _NONE)
            inside = (others, beside, linked[number], of_chosen[number], of_prose[number])
            figures += (np.where(number >= 0, figure, _NONE) for figure in inside)
            number = np.where(number >= 0, parents[number], number)
        levels, number, box = np.zeros_like(owners), owners, owners
        while (going := (number >= 0) & (chosen[number] <= own_chosen + 0.5)).any():
            levels = levels + going
            box, number = np.where(going, number, box), np.where(going, parents[number], number)
        there = np.where(number >= 0, of_chosen[number], 1.0)
        return [*figures, levels, there, held[box], linked[box]]

    def _of_likes(self, first: int, last: int) -> tuple[Column, ...]:
        words, share, _ = (figure[first:last] for figure in self._own)
        count, all_words, chosen, links, prose = (figure[self._forms[first:last]] for figure in self._likes())
        others = all_words - words
        return (
            count,
            all_words / count,
            chosen / all_words,
            links / all_words,
            chosen / self._all_chosen,
            prose / self._all_prose,
            np.where(others > 0, (chosen - words * share) / np.maximum(others, 1), _NONE),
        )


def _of_text(text: str) -> tuple[float, ...]:
    shown = text[:_READ].split()
    return (
        sum(map(text.count, ".!?" if text.isascii() else ".!?。！？")),
        ends_sentence(text),
        sum(map(str.isupper, map(_FIRST_LETTER, shown))) / (len(shown) or 1),
        text[:1].islower(),
    )


def _steps(passages: Column, known: Column) -> Column:
    """Return how many passages away something is, where it is known."""
    return np.where(known, np.minimum(passages, _FAR), 2 * _FAR)
