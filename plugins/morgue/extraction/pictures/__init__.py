"""The pictures that an article shows: where each stands, where it is to be had, and what the page says of it.

Nothing is fetched, and nothing of the text changes.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from morgue.capture.held import held_in, name_of
from morgue.extraction.addresses import Addresses
from morgue.extraction.inline import Draft
from morgue.extraction.metadata.head import Head
from morgue.extraction.page import Page
from morgue.extraction.pictures.article import Article
from morgue.extraction.pictures.names import is_held, sizes_of
from morgue.extraction.pictures.shown import Finding, Shown
from morgue.extraction.pictures.sources import identity
from morgue.extraction.pictures.words import Stated, alt_of, caption_and_credit
from morgue.model import Block, Picture

_WHOLE = ("https://", "http://", "data:")


def pictures_of(
    drafts: Sequence[Draft], blocks: Sequence[Block], page: Page, head: Head, addresses: Addresses
) -> tuple[Picture, ...]:
    """Return the pictures of an article whose drafts have become these blocks, each picture once."""
    article = Article(drafts, page)
    if article.first < 0:
        return ()
    stated = Stated(head)
    found = list(_once(Finding(article, stated.credits).shown()))
    writer = _Writer(article, blocks, stated, addresses)
    following = [each.captions for each in found[1:]]
    # the last of several pictures has the caption that they share
    own = ([] if each.captions == after else each.captions for each, after in zip_longest(found, following))
    return tuple(map(writer.picture, found, own))


def _once(shown: Iterable[Shown]) -> Iterator[Shown]:
    """Yield pictures but for those that stand again: for other screens, or for readers without script."""
    seen: set[str] = set()
    for each in shown:
        names = set(map(identity, each.sources))
        if seen.isdisjoint(names):
            yield each
        seen |= names


class _Writer:
    """Puts found pictures in the model's words."""

    def __init__(self, article: Article, blocks: Sequence[Block], stated: Stated, addresses: Addresses) -> None:
        self._article = article
        self._nodes = article.page.nodes
        self._blocks = blocks
        self._stated = stated
        self._addresses = addresses

    def picture(self, shown: Shown, captions: Sequence[int]) -> Picture:
        element = self._nodes[shown.number].element
        caption, credit = caption_and_credit(element, [self._nodes[each].element for each in captions])
        first, last = self._caption_blocks(captions)
        before = first if last else self._article.behind(self._nodes[shown.number].start)
        width, height = sizes_of(element)
        whole = [each if each.startswith(_WHOLE) else self._addresses.whole(each) for each in shown.sources]
        return Picture(
            at=self._blocks[before].start if before < len(self._blocks) else self._blocks[-1].end,
            sources=tuple(dict.fromkeys(chain.from_iterable(map(_names, shown.sources, whole)))),
            address=next((each for each in whole if each.lower().startswith(("http://", "https://"))), ""),
            alt=alt_of(element),
            caption="" if last else caption,
            credit=credit or self._stated.credit(shown.sources),
            until=self._blocks[last - 1].end if last else 0,
            box=self._span_of_box(shown.box),
            width=width,
            height=height,
        )

    def _caption_blocks(self, captions: Sequence[int]) -> tuple[int, int]:
        """Return the first block of a picture's caption and that behind the last, or zeros where it has none."""
        inside = [self._article.within(number) for number in captions]
        return next(((first, last) for first, last in inside if last), (0, 0))

    def _span_of_box(self, box: int) -> tuple[int, int]:
        """Return what the element around a box holds of the text, unless it holds the article."""
        around = self._nodes[box].parent
        if around <= self._article.body:
            return 0, 0
        first, last = self._article.within(around)
        return (self._blocks[first].start, self._blocks[last - 1].end) if last else (0, 0)


def _names(source: str, whole: str) -> tuple[str, ...]:
    return (name_of(held_in(source)),) if is_held(source) else (source, whole)
