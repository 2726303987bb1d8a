"""What a page says of itself: title, byline, source, dates, language, address. The sidecar's word comes first."""

from dataclasses import dataclass

from morgue.address import host_of
from morgue.extraction.metadata.address import host_named, is_web_address
from morgue.extraction.metadata.byline import byline_of
from morgue.extraction.metadata.dates import dates_of
from morgue.extraction.metadata.evidence import Evidence
from morgue.extraction.metadata.head import Head
from morgue.extraction.metadata.jsonld import first_text
from morgue.extraction.metadata.language import stated_language
from morgue.extraction.metadata.outlets import outlet_in
from morgue.extraction.metadata.title import headline_of, plain
from morgue.extraction.page import Page
from morgue.model import Capture


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


def metadata_of(head: Head, page: Page, capture: Capture, url: str | None) -> Metadata:
    """Return what a page and its sidecar say; ``url`` is ``address_of_page``'s.

    The language is the stated one, which the text has yet to bear out.
    """
    sidecar, graph, host, window = capture.sidecar, head.graph, host_of(url) or host_named(head), plain(head.window)
    article = head.article
    publishers = (*graph.names(article.get("publisher")), head.meta("dcterms.publisher"), head.meta("dc.publisher"))
    stated = (head.meta("og:site_name"), *publishers, head.meta("application-name", "apple-mobile-web-app-title"))
    named = [name for name in (*map(plain, stated), outlet_in(window, host)) if name]
    source = sidecar.source or next(iter(named), host) or None
    outlets = (source or "", *named, host)
    titles = (first_text(article.get("headline")), *map(head.meta, ("og:title", "twitter:title", "dc.title")))
    tags = (*head.tags, head.meta("og:locale"), first_text(article.get("inlanguage")))
    evidence = Evidence(head, page, article, sidecar.language or stated_language(tags))
    title, headline = headline_of(evidence, titles, outlets, host)
    published, updated = dates_of(evidence, headline, url, sidecar.captured or capture.captured)
    return Metadata(
        url=url,
        title=sidecar.title or title,
        byline=byline_of(evidence, headline, outlets) if sidecar.byline is None else sidecar.byline,
        source=source,
        published=sidecar.published or published,
        updated=sidecar.updated or updated,
        language=evidence.language,
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
