"""What the correction goes by: for each passage near the chosen ones, figures that mean the same on any page."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from morgue.extraction.correction.counts import Counts
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

_FAR = 50
"""Passages, and beyond it none: so far away all is the same."""

_READ = 300
"""Characters of a passage in which capitals are counted."""

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
        self._page = self._of_page()

    def rows(self, first: int, last: int) -> Iterator[list[float]]:
        """Yield the figures of the passages ``[first, last)``."""
        before = max((at for at in self.chosen_at if at < first), default=-1)
        following = self._following(first, last)
        for at, after in zip(range(first, last), following, strict=True):
            row: list[float] = [*self._own[at], *self._of_text(at)]
            row += self._of_names(at)
            row += self._of_position(at, before, after)
            row += self._beside(at)
            row += self._around(at)
            row += self._of_likes(at)
            row += self._page
            yield row
            if self.is_chosen[at]:
                before = at

    def _following(self, first: int, last: int) -> list[int]:
        following = []
        after = min((at for at in self.chosen_at if at >= last), default=-1)
        for at in range(last - 1, first - 1, -1):
            following.append(after)
            if self.is_chosen[at]:
                after = at
        return following[::-1]

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

    def _of_text(self, at: int) -> tuple[float, ...]:
        text = self._passages[at].text
        shown = text[:_READ].split()
        return (
            sum(map(text.count, ".!?。！？")),
            ends_sentence(text),
            sum(word[0].isupper() for word in shown) / (len(shown) or 1),
            text[:1].islower(),
            self._tag(at),
        )

    def _tag(self, at: int) -> int:
        return _TAG_NUMBERS.get(str(self._nodes[self._passages[at].owner].element.tag), _OTHER_TAG)

    def _of_names(self, at: int) -> tuple[int, ...]:
        owner = self._passages[at].owner
        own, inside, places = self._names_of(owner)
        parent, *_ = self._names_of(self._nodes[owner].parent)
        return _bits(own | parent, inside, places)

    def _names_of(self, number: int) -> tuple[int, int, int]:
        """Return the purposes of an element, those of all around it, and the places in which it stands."""
        waiting = []
        while number >= 0 and number not in self._named:
            waiting.append(number)
            number = self._nodes[number].parent
        known = self._named[number] if number >= 0 else (0, 0, 0)
        for each in reversed(waiting):
            element = self._nodes[each].element
            known = (purposes(element), known[0] | known[1], place(element) | known[2])
            self._named[each] = known
        return known

    def _of_position(self, at: int, before: int, after: int) -> tuple[float, ...]:
        passage = self._passages[at]
        start, end = passage.start, passage.end
        first, last = self._body
        return (
            self._words[start] / self._all_words,
            self._chosen[start] / self._all_chosen,
            1 - self._chosen[end] / self._all_chosen,
            self._prose[start] / self._all_prose,
            1 - self._prose[end] / self._all_prose,
            min(_FAR, at - before) if before >= 0 else 2 * _FAR,
            min(_FAR, after - at) if after >= 0 else 2 * _FAR,
            max(-_FAR, min(_FAR, at - last)),
            max(-_FAR, min(_FAR, at - first)),
        )

    def _beside(self, at: int) -> list[float]:
        figures: list[float] = []
        for other in (at - 2, at - 1, at + 1, at + 2):
            figures += self._own[other] if 0 <= other < len(self._own) else (_NONE, _NONE, _NONE)
        following = at + 1 < len(self._own)
        figures += (self._tag(at + 1), self._forms[at + 1] == self._forms[at]) if following else (_NONE, _NONE)
        return figures

    def _around(self, at: int) -> list[float]:
        passage = self._passages[at]
        words, share, _ = self._own[at]
        own_chosen = words * share
        figures: list[float] = []
        number = self._nodes[passage.owner].parent
        for _ in range(_CONTAINERS):
            if number < 0:
                figures += (_NONE,) * len(_AROUND)
                continue
            held, chosen, links, of_chosen, of_prose = self._container(number)
            others = held - words
            figures += (others, (chosen - own_chosen) / others if others > 0 else _NONE, links, of_chosen, of_prose)
            number = self._nodes[number].parent
        levels, number, box = 0, passage.owner, passage.owner
        while number >= 0 and self._container(number)[1] <= own_chosen + 0.5:
            levels, box, number = levels + 1, number, self._nodes[number].parent
        there = self._container(number)[3] if number >= 0 else 1.0
        inner = self._container(box)
        figures += (levels, there, inner[0], inner[2])
        return figures

    def _of_likes(self, at: int) -> tuple[float, ...]:
        words, share, _ = self._own[at]
        count, all_words, chosen, links, prose = self._likes[self._forms[at]]
        return (
            count,
            all_words / count,
            chosen / all_words,
            links / all_words,
            chosen / self._all_chosen,
            prose / self._all_prose,
            (chosen - words * share) / (all_words - words) if all_words > words else _NONE,
        )


@lru_cache(maxsize=4096)
def _bits(own: int, inside: int, places: int) -> tuple[int, ...]:
    """Return a 1 or 0 for each purpose of an element, for each of those around it, and for each place."""
    return (
        *(own >> bit & 1 for bit in range(len(PURPOSES))),
        *(inside >> bit & 1 for bit in range(len(PURPOSES))),
        *(places >> bit & 1 for bit in range(len(PLACES))),
    )
