"""Which pictures of a page its article shows."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from morgue.extraction.pictures.article import Article
from morgue.extraction.pictures.names import file_of, is_other, is_other_file
from morgue.extraction.pictures.sources import sources_of

_TAGS = frozenset({"img", "amp-img"})

_MOST = 500
"""Pictures near an article that are looked at."""

_LARGEST = 300
"""Elements of the box around a picture: a larger one is a part of the page, not a picture's."""

_SHOWN_LATER = frozenset({"noscript", "button", "source"})
"""Elements that an extractor drops though a picture in them may be the article's: for readers without script, to be
looked at in large, or behind a choice of files that has no end tag."""

_NEVER = frozenset({"nav", "aside", "footer", "menu", "dialog", "form", "template", "iframe", "video", "object"})

_ROLES = frozenset({"", "button", "carousel", "dates", "popup"})
"""What the boxes around an article's pictures may be called: some are shown in large, or one after the other."""

_LEAD = 80
"""Words between the picture above an article and its first: its caption, names, a day, buttons."""

_TAIL = 5
"""Words between an article's last and the picture below it."""

_AMID = 12
"""Words beside a picture, apart from its caption, that are no part of the article: with more it is a card's."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of the article: its node and its addresses as written.

    ``box`` is the largest element around it that holds none of the article's text, ``captions`` are its captions there.
    """

    number: int
    sources: list[str]
    box: int
    captions: list[int]


class Finding:
    """Looks for an article's pictures; ``named`` are the files that the page tells machines of as its picture."""

    def __init__(self, article: Article, named: Collection[str]) -> None:
        self._article = article
        self._page = article.page
        self._named = named
        self._boxes: dict[int, tuple[bool, list[int]]] = {}

    @cached_property
    def _headline(self) -> int:
        return next((at for at, node in enumerate(self._page.nodes) if node.tag == "h1"), -1)

    def shown(self) -> Iterator[Shown]:
        """Yield the pictures that the article shows, in document order."""
        article, nodes, starts = self._article, self._page.nodes, self._page.starts
        near = range(bisect_left(starts, article.first - _LEAD), bisect_right(starts, article.last + _TAIL))
        for number in [each for each in near if nodes[each].tag in _TAGS][:_MOST]:
            element = nodes[number].element
            if is_other(element) or not self._is_seen(number) or article.furniture.around(number) not in _ROLES:
                continue
            box = article.box(number)
            sources = sources_of(self._page, number) if self._is_pictures(box) else []
            if sources and not is_other_file(element, sources) and self._is_among(number, sources):
                yield Shown(number, sources, box, self._captions(number, box))

    def _is_seen(self, number: int) -> bool:
        """Say whether nothing around a picture is for something else than an article, or was taken out."""
        nodes, forgotten = self._page.nodes, self._page.forgotten
        outermost = -1
        while number >= 0:
            if nodes[number].tag in _NEVER or (nodes[number].tag == "header" and not self._heads(number)):
                return False
            if number in forgotten:
                outermost = number
            number = nodes[number].parent
        return outermost < 0 or nodes[outermost].tag in _SHOWN_LATER

    def _heads(self, number: int) -> bool:
        """Say whether a header is the article's."""
        nodes = self._page.nodes
        body = self._article.body
        return number <= self._headline <= nodes[number].last or body <= number <= nodes[body].last

    def _is_pictures(self, box: int) -> bool:
        """Say whether a box holds a picture and hardly more than its caption."""
        if box not in self._boxes:
            node = self._page.nodes[box]
            small = node.last - box <= _LARGEST
            captions = self._article.captions_in(box) if small else []
            said = sum(self._page.nodes[each].end - self._page.nodes[each].start for each in captions)
            self._boxes[box] = small and node.end - node.start - said <= _AMID, captions
        return self._boxes[box][0]

    def _is_among(self, number: int, sources: Sequence[str]) -> bool:
        """Say whether a picture stands between the article's blocks, right above the first or right below the last."""
        article, nodes = self._article, self._page.nodes
        word = nodes[number].start
        if word < article.first:
            inside = article.body < number <= nodes[article.body].last
            headed = 0 <= self._headline < number and self._page.inside(number, "figure")
            return inside or headed or any(file_of(each) in self._named for each in sources)
        if word >= article.last:
            return article.end < number <= nodes[article.end].last
        return True

    def _captions(self, number: int, box: int) -> list[int]:
        """Return the captions in the smallest element around a picture that has any."""
        nodes = self._page.nodes
        captions = self._boxes[box][1]
        while captions and number != box:
            number = nodes[number].parent
            inside = [each for each in captions if number <= each <= nodes[number].last]
            if inside:
                return inside
        return []
