"""What a page says of itself: title, byline, source, dates, language, address. The sidecar's word comes first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document

from morgue.address import host_of
from morgue.extraction import dates, jsonld
from morgue.extraction.byline import byline, headed_author, shown_authors, stated_authors
from morgue.extraction.language import stated_language
from morgue.extraction.title import outlet_in, plain, title
from morgue.model import Capture

_DATE_OPTIONS = {"extensive_search": False, "original_date": True, "max_date": dates.LATEST}
"""trafilatura looks for a date on its way; its answer is not used (see dates), so it shall cost little."""


_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name, of any script, or an address of IPv6."""

_LONGEST_HOST = 253
_LONGEST = 8000
"""Characters of an address: what RFC 9110 asks every server to take."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A clipping's fields, named as there."""

    url: str | None
    title: str
    byline: tuple[str, ...]
    source: str | None
    published: str | None
    updated: str | None
    language: str | None


def metadata_of(tree: HtmlElement, capture: Capture, url: str | None, article: dict[str, Any]) -> Metadata:
    """Return what a page and its sidecar say; ``url`` is ``address_of_page``'s, ``article`` what JSON-LD says of it.

    The language is the stated one, which the text has yet to bear out.
    """
    sidecar = capture.sidecar
    found = _found(tree, url)
    publisher = [plain(name) for name in jsonld.names(article.get("publisher"))]
    publisher += [plain(_meta(tree, name)) for name in ("dcterms.publisher", "dc.publisher")]
    page_title = plain(next((element.text for element in tree.iter("title")), ""))
    host = host_of(url)
    stated_source = next(
        filter(None, (plain(_meta(tree, "og:site_name")), *publisher, outlet_in(page_title, host))), ""
    )
    source = sidecar.source or stated_source or host or plain(found.sitename) or None
    published = sidecar.published or dates.published(tree, article, url)
    authors = jsonld.names(article.get("author")) or stated_authors(tree) or (found.author or "").split("; ")
    tags = (tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), _meta(tree, "og:locale"))
    outlets = (source or "", stated_source, *publisher, host, found.sitename or "")
    headings = ["".join(heading.itertext()) for heading in tree.iter("h1")]
    return Metadata(
        url=url,
        title=sidecar.title or title(list(_titles(tree, article)), headings, page_title, outlets),
        byline=byline(authors, source) or byline(shown_authors(tree) or headed_author(_under_headline(tree)), source)
        if sidecar.byline is None
        else sidecar.byline,
        source=source,
        published=published,
        updated=sidecar.updated or dates.updated(tree, article, published),
        language=sidecar.language or stated_language((*tags, jsonld.first_text(article.get("inLanguage")))),
    )


def metadata_of_sidecar(capture: Capture) -> Metadata:
    """Return what the archivist says of a capture that states nothing itself."""
    sidecar = capture.sidecar
    return Metadata(
        url=next(filter(is_web_address, (sidecar.url, capture.url)), None),
        title=sidecar.title or "",
        byline=sidecar.byline or (),
        source=sidecar.source,
        published=sidecar.published,
        updated=sidecar.updated,
        language=sidecar.language,
    )


def _under_headline(tree: HtmlElement) -> list[str]:
    """Return the texts of the first elements behind the page's headline."""
    headline = next(tree.iter("h1"), None)
    following = islice(headline.itersiblings("*"), 2) if headline is not None else ()
    return [" ".join("".join(element.itertext()).split()) for element in following]


def _found(tree: HtmlElement, url: str | None) -> Document:
    """Return what trafilatura finds; a date with an offset that there is not shall cost no more than its findings."""
    try:
        return extract_metadata(tree, default_url=url, date_config=_DATE_OPTIONS)
    except (ValueError, OverflowError):
        return Document()


def address_of_page(tree: HtmlElement, capture: Capture) -> str | None:
    """Return where a page was published: as the capture says, or as the page itself does."""
    canonical = [link.get("href") for link in tree.iter("link") if "canonical" in link.get("rel", "").lower().split()]
    for url in (capture.sidecar.url, capture.url):
        if is_web_address(url):
            return url
    for url in (*canonical, _meta(tree, "og:url")):
        # a template that names the front page everywhere names no page
        if url and is_web_address(url) and (urlsplit(url).path.strip("/") or urlsplit(url).query):
            return url
    return None


def is_web_address(url: str | None) -> bool:
    """Say whether an address is one of the web, with a host; one with a name and password before it is not."""
    try:
        parts = urlsplit(url or "")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = bool(_HOST.fullmatch(host)) and len(host) <= _LONGEST_HOST
    return parts.scheme in {"http", "https"} and named and "@" not in parts.netloc and len(url or "") <= _LONGEST


def _titles(tree: HtmlElement, article: dict[str, object]) -> Iterator[str]:
    yield jsonld.first_text(article.get("headline"))
    yield _meta(tree, "og:title")


def _meta(tree: HtmlElement, name: str) -> str:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() == name:
            return str(meta.get("content", ""))
    return ""
