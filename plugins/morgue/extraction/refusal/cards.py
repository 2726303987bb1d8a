"""The repeated parts of a page: cards that each lead to another page, or that each show a picture."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter
from urllib.parse import urlsplit

from morgue.extraction.inline import Draft
from morgue.extraction.page import Page
from morgue.extraction.refusal.lying import lying

_HEADLINE = 3
"""Words of a headline at the least: the names of sections and buttons have fewer."""

_DATE = 4
"""Words of a date or a section's name that may stand before a headline in its line."""

_REPEATED = 4
"""Cards of one shape: of fewer, a page's sections could be one."""

_TEASER = 60
"""Words of a card with its teaser: in the parts of an article whose headings are links there are more."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt"})
_PICTURES = frozenset({"img", "video", "picture"})


@dataclass(frozen=True, slots=True)
class Cards:
    """How many cards of one shape a page has, and how the words of its text lie in them and outside."""

    count: int = 0
    inside: int = 0
    outside: int = 0
    prose: int = 0
    """Words outside that stand in paragraphs of sentences."""

    @property
    def brief(self) -> bool:
        """Say whether there are cards and each has room for a teaser only."""
        return self.count > 0 and self.inside <= _TEASER * self.count

    def hold(self, share: float) -> bool:
        """Say whether so much of the text stands in brief cards."""
        return self.brief and self.inside >= share * (self.inside + self.outside)


def headline_cards(page: Page, drafts: Sequence[Draft], host: str) -> Cards:
    """Return the cards that each hold one headline that is a link within the site; ``host`` is its, if known."""
    links = _headlines(page)
    hosts = [_host(target) for _, target in links]
    own = host or next(iter(Counter(filter(None, hosts)).most_common(1)), ("",))[0]
    return _cards(page, drafts, [link for link, at in zip(links, hosts, strict=True) if at in ("", own)], _HEADINGS)


def picture_cards(page: Page, drafts: Sequence[Draft]) -> Cards:
    """Return the cards that each hold one picture."""
    shown = [(at, str(at)) for at, node in enumerate(page.nodes) if node.element.tag in _PICTURES]
    outer = [(at, key) for at, key in shown if page.nodes[page.nodes[at].parent].element.tag not in _PICTURES]
    return _cards(page, drafts, outer, None)


def _host(target: str) -> str:
    try:
        return urlsplit(target).netloc
    except ValueError:  # a hostile one leads nowhere
        return "?"


def _headlines(page: Page) -> list[tuple[int, str]]:
    """Return the links that stand alone in their line or heading, each with where it leads."""
    found = []
    before: dict[int, int] = {}
    for at, node in enumerate(page.nodes):
        said = before.get(node.parent, page.nodes[node.parent].start)
        before[node.parent] = node.end
        if node.element.tag != "a" or node.end - node.start < _HEADLINE:
            continue
        target = (node.element.get("href") or "").split("#")[0]
        if target and not target.lower().startswith(("javascript:", "mailto:")) and _stands_alone(page, at, said):
            found.append((at, target))
    return found


def _stands_alone(page: Page, at: int, said: int) -> bool:
    """Say whether no word stands behind a link in its parent, and few before it since its last sibling's."""
    node, parent = page.nodes[at], page.nodes[page.nodes[at].parent]
    if parent.element.tag in _HEADINGS:
        return True
    following = page.nodes[node.last + 1] if node.last < parent.last else None
    return node.end == (following.start if following else parent.end) and node.start - said <= _DATE


def _cards(
    page: Page, drafts: Sequence[Draft], marked: Iterable[tuple[int, str]], heads: frozenset[str] | None
) -> Cards:
    """Return the cards of elements that are marked, each with what makes it another.

    A card that is no more than a heading (of ``heads``, or anything) has the text up to the next one.
    """
    shapes: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = [[at for at, _ in run] for _, run in groupby(marked, key=itemgetter(1))]
    bounds = [-1, *(run[0] for run in runs), len(page.nodes)]
    for place, run in enumerate(runs):
        number = _largest(page, run[0], runs[place - 1][-1] if place else -1, bounds[place + 2])
        shapes[_shape(page, number)].append(number)
    groups = [cards for cards in shapes.values() if len(cards) >= _REPEATED]
    if not groups:
        return Cards()
    covered = bytearray(len(page.words))
    for cards in groups:
        for start, end in _spans(page, cards, heads):
            covered[start:end] = b"\1" * (end - start)
    inside, outside, prose = lying(bytes(covered), page, drafts)
    return Cards(max(map(len, groups)), inside, outside, prose)


def _spans(page: Page, cards: Sequence[int], heads: frozenset[str] | None) -> Iterator[tuple[int, int]]:
    longest = 0
    for number, following in zip_longest(cards, cards[1:]):
        card = page.nodes[number]
        end = card.end
        if heads is None or card.element.tag in heads:
            around = page.nodes[card.parent]
            if following is None:
                end = max(end, min(around.end, card.start + longest))
            elif page.nodes[following].parent == card.parent:
                end = page.nodes[following].start
        longest = max(longest, end - card.start)
        yield card.start, end


def _largest(page: Page, at: int, before: int, after: int) -> int:
    """Return the largest element around one that holds neither of two others."""
    while (parent := page.nodes[at].parent) > max(before, 0) and page.nodes[parent].last < after:
        at = parent
    return at


def _shape(page: Page, at: int) -> tuple[str, ...]:
    tags = []
    while at >= 0:
        tags.append(str(page.nodes[at].element.tag))
        at = page.nodes[at].parent
    return tuple(tags)
