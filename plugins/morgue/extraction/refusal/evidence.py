"""What speaks for or against a page being an article, besides its text: made from the tree once, before extraction."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.jsonld import texts
from morgue.letters import fold

_PART = re.compile(r"\s+[-–—·•»]+\s+|\s*[|»:•\[\]()（）【】「」]\s*|\.\s+")
_ASKED = frozenset({"q", "s", "query", "search", "keyword", "keywords", "text", "term"})
"""Names of the field that holds what a reader searches for."""

_SEARCH = re.compile(
    r"/(?:search|suche|recherche|buscar|busca|busqueda|pesquisa|cerca|ricerca|zoeken|szukaj|poisk|arama)(?:/|$)"
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<\?[^>]{0,500}+>|<!--(?:[^-]|-(?!->)){0,500}-->|<!DOCTYPE[^>]{0,500}+>){0,50}"
    rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNING = 2000
"""Bytes in which a feed shows that it is one."""

_DESCRIBED = XPath("//@itemtype")
_PRICED = XPath("boolean(//*[@itemprop='price'])")
_ARTICLES = frozenset({"article", "newsarticle", "blogposting", "liveblogposting", "reportagenewsarticle"})
"""What microdata calls an article; og:type says so of many a page that is none."""

_HEADINGS = 2
"""The window's title and the first heading; others may be those of boxes that are not shown."""

_LONGEST = 200
"""Characters of a title or of a button's label that are looked at."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page states of itself and what its forms ask; labels and titles are folded to lower-case words."""

    kinds: frozenset[str] = frozenset()
    """The kinds of thing that JSON-LD and og:type call the page."""
    article: bool = False
    """Whether the page states that it is an article, and nothing to the contrary."""
    titles: tuple[str, ...] = ()
    """The parts of the window's title and of the main heading."""
    address: str = ""
    buttons: tuple[str, ...] = ()
    password: bool = False
    """Whether a form asks for one."""
    asked: str = ""
    """What a search field is filled in with."""
    priced: bool = False
    """Whether the page states a price to machines."""
    feed: bool = False
    """Whether the capture is a feed, or a map of a site, and no page."""

    @property
    def searched(self) -> bool:
        """Say whether the address is that of an answer to a search."""
        address = urlsplit(self.address)
        return bool(_SEARCH.search(address.path)) or any(name in _ASKED for name, _ in parse_qsl(address.query))

    @property
    def front(self) -> bool:
        """Say whether the address is that of a site's front page."""
        address = urlsplit(self.address)
        return bool(address.netloc) and not address.path.strip("/") and not address.query


NONE = Evidence()
LISTS = frozenset({"collectionpage", "profilepage", "profile", "searchresultspage", "offercatalog"})
INNER_LISTS = frozenset({"itemlist", "blog"})
"""What a page of an article may describe as well: a list in it, the blog that it is of."""
GALLERIES = frozenset({"imagegallery", "videogallery", "mediagallery"})


def evidence_of(tree: HtmlElement, head: Head, url: str | None) -> Evidence:
    """Return what a page gives."""
    nodes = head.graph.nodes
    kinds = {kind.lower() for node in nodes for kind in texts(node.get("@type"))}
    kinds |= {value.lower() for value in head.metas.get("og:type", ())}
    described = {kind.rsplit("/", 1)[-1].lower() for value in _DESCRIBED(tree) for kind in value.split()}
    priced = any("offers" in node for node in nodes) or any(name.endswith("price:amount") for name in head.metas)
    dated = "article:published_time" in head.metas
    password, asked = False, ""
    headings: list[str] = [head.window]
    buttons: list[str] = []
    for element in tree.iter("h1", "button", "input"):
        tag, value = element.tag, element.get("value", "").strip()
        if tag == "h1":
            headings.append("".join(element.itertext()))
        elif tag == "button" or (kind := element.get("type", "").lower()) in {"submit", "button"}:
            buttons.append(_label(value if tag == "input" else "".join(element.itertext())))
        else:
            password = password or kind == "password"
            searches = kind == "search" or element.get("name", "").lower() in _ASKED
            asked = asked or (_label(value) if searches else "")
    parts = [_label(part) for text in headings[:_HEADINGS] for part in _PART.split(text[:_LONGEST])]
    return Evidence(
        kinds=frozenset(kinds | described),
        article=(dated or bool(head.article) or bool(described & _ARTICLES)) and not kinds & (LISTS | GALLERIES),
        titles=tuple(dict.fromkeys(filter(None, parts))),
        address=url or "",
        buttons=tuple(filter(None, buttons)),
        password=password,
        asked=asked,
        priced=priced or ("product" in described and bool(_PRICED(tree))),
    )


def is_feed(payload: bytes) -> bool:
    """Say whether a capture is a feed, or a map of a site, in XML."""
    return bool(_FEED.match(payload[:_BEGINNING]))


def _label(text: str) -> str:
    return fold(text[:_LONGEST])
