"""Links that somebody paid to have put into an article.

No word and no host makes a link spam. What it says, where it leads, how the page marks it and what the page speaks of
are weighed together: an article about casinos, a merger of pharmacies or student loans links to its subject.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlsplit

from msgspec.structs import replace

from morgue.address import host_of
from morgue.cleaning.hosts import domain_of
from morgue.cleaning.meant import meant
from morgue.cleaning.sentences import Sentence, Sentences
from morgue.cleaning.spam_words import THEMES, Theme, is_source, sellers
from morgue.letters import fold
from morgue.model import Block, Clipping, Mark

_ENOUGH = 5
"""Of the points that speak against a link: words that sell (3) and two signs more, or a mere word (1) and all
four. Signs are a host that sells the same, a landing page, the page's own mark, and a theme that it does not speak of;
one that it speaks of takes a point away."""

_PHRASE = 3

_KEYWORDS = 100
"""Characters of a link's text above which it is no keyword that somebody wants to be found by."""

_MOSTLY = 0.5
"""Which part of a link's text the phrase must be: a headline may hold one too."""

_LANDING_WORDS = 4
"""Words of the name of such a page; that of an article has more."""

_NAME = re.compile(r"[^\W_]+")

_SPOKEN_OF = 2
"""So many words of a theme elsewhere, and the page speaks of it: one is in passing."""


@dataclass(frozen=True, slots=True)
class SpamLink:
    """A link that is spam, what it sells, and the sentence it stands in."""

    block: Block
    mark: Mark
    theme: Theme
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Suspect:
    link: SpamLink
    points: int


def spam_links(clipping: Clipping) -> list[SpamLink]:
    """Return the links of a text that are spam, in order."""
    suspects = list(_suspects(clipping))
    if not suspects:
        return []
    spoken = _spoken_of(clipping, suspects)
    return [each.link for each in suspects if each.points + (-1 if each.link.theme.name in spoken else 1) >= _ENOUGH]


def _suspects(clipping: Clipping) -> Iterator[_Suspect]:
    """Yield the links that may be spam, with the points that speak against them whatever the page speaks of."""
    links = [(block, mark) for block in clipping.blocks for mark in block.marks if mark.tag == "a"]
    home = host_of(clipping.url)
    accused = {
        mark: found
        for _, mark in links
        if mark.end - mark.start <= _KEYWORDS
        and (found := _accused(clipping.extracted[mark.start : mark.end], mark.href, mark.rel, home))
    }
    if not accused:
        return
    own = domain_of(clipping.url or "")
    domains = {mark: domain_of(meant(mark.href)[0]) for _, mark in links}
    owned = any(not mark.rel for mark, domain in domains.items() if domain not in ("", own))
    honest = {domain for mark, domain in domains.items() if mark not in accused} | {"", own}
    for block, group in groupby(links, key=lambda link: link[0]):
        suspected = [mark for _, mark in group if mark in accused and domains[mark] not in honest]
        if not suspected:
            continue  # the page's own links, and those that it speaks of elsewhere
        sentences = Sentences(replace(clipping, blocks=(block,))).all
        for mark in suspected:
            at = bisect_right(sentences, mark.start, key=lambda sentence: sentence.last)
            if at < len(sentences):
                theme, points = accused[mark]
                marked = mark.rel == "sponsored" or (bool(mark.rel) and owned)
                yield _Suspect(SpamLink(block, mark, theme, sentences[at]), points + marked)


@lru_cache(maxsize=4096)  # each rule of the room is asked several times
def _accused(text: str, address: str, rel: str, home: str) -> tuple[Theme, int] | None:
    """Return what a link to another host sells and how much speaks against it: its words, its host and its path."""
    url = meant(address)[0]
    host = host_of(url)
    if host in ("", home) or is_source(host):
        return None
    landing, sold = _is_landing(url), sellers(host)
    if not (rel or landing or sold):
        return None
    theme, points = _sold_by(fold(text))
    return (theme, points + landing + (theme.name in sold)) if theme else None


def _sold_by(words: str) -> tuple[Theme | None, int]:
    """Return what the words of a link sell, or only speak of."""
    for theme in THEMES:
        if any(len(found[0]) >= _MOSTLY * len(words) for found in theme.sells.finditer(words)):
            return theme, _PHRASE
    for theme in THEMES:
        if any(len(found[0]) >= _MOSTLY * len(words) for found in theme.words.finditer(words)):
            return theme, 1
    return None, 0


def _is_landing(url: str) -> bool:
    """Say whether an address is where a shop receives its customers: what is told to readers lies deeper."""
    parts = urlsplit(url)
    short = "/" not in (path := parts.path.strip("/")) and len(_NAME.findall(path)) <= _LANDING_WORDS
    return short and not parts.query and not (parts.hostname or "").endswith(".org")


def _spoken_of(clipping: Clipping, suspects: Sequence[_Suspect]) -> set[str]:
    """Return the themes that the page speaks of, in its title or in blocks without suspects."""
    themes = {each.link.theme.name: each.link.theme for each in suspects}
    suspected = {each.link.block.start for each in suspects}
    counts: Counter[str] = Counter()
    for block in clipping.blocks:
        if not block.twin and block.start not in suspected:
            words = fold(clipping.text_of(block))
            for name, theme in themes.items():
                counts[name] += sum(1 for _ in theme.words.finditer(words))
    title = fold(clipping.title)
    return {name for name, theme in themes.items() if counts[name] >= _SPOKEN_OF or theme.words.search(title)}
