"""Clippings as Pelican's articles, so that feeds, themes and other plugins find them where they look."""

from functools import cached_property
from typing import Any

from markupsafe import Markup, escape
from pelican.contents import Article
from pelican.urlwrappers import Author, Category, Tag

from morgue.publication import body
from morgue.publication.catalogue import Catalogue
from morgue.publication.dates import UNDATED, moment
from morgue.publication.plain import line
from morgue.publication.taxonomies import filed_under, source_slug
from morgue.publication.views import ClippingView


class ClippingArticle(Article):  # type: ignore[misc]  # Pelican has no types
    """A clipping. Its HTML is final: Pelican's ``{filename}`` links in a stranger's page mean nothing."""

    view: ClippingView

    def get_content(self, siteurl: str) -> Markup:
        """Return the text without what was removed; its pictures are found from the site's address."""
        return body.in_place(self.view.clean, f"{siteurl}/" if siteurl else "")

    def get_summary(self, siteurl: str) -> Markup:  # noqa: ARG002  Pelican's signature
        """Return the first words."""
        return body.beginning(self.view.description)

    def refresh_metadata_intersite_links(self) -> None:
        """Leave the metadata alone."""


class Articles:
    """Makes articles that share their categories and tags."""

    def __init__(self, catalogue: Catalogue, context: dict[str, Any]) -> None:
        self._catalogue = catalogue
        self._context = context

    @cached_property
    def _categories(self) -> dict[str, Category]:
        return {slug: self._catalogue.category(slug) for slug in self._catalogue.sources}

    @cached_property
    def _tags(self) -> dict[str, Tag]:
        links = self._catalogue.topic_links
        return {name: filed_under(Tag, link.name, name, self._catalogue.pelican) for name, link in links.items()}

    def article(self, view: ClippingView) -> ClippingArticle:
        """Return the article of a clipping's page.

        A story's copy and an undated clipping are ``hidden`` in Pelican's sense: a page, in no list and no feed.
        """
        catalogue = self._catalogue
        record = catalogue.record(view.url)
        clipping = record.clipping
        published, updated = moment(clipping.published), moment(clipping.updated)
        listed = published is not None and view.represented_by is None
        metadata: dict[str, Any] = {
            "title": escape(view.title),  # Pelican's feeds strip tags: a title may speak of them
            "slug": view.url.removeprefix("clippings/").strip("/"),
            "date": published or UNDATED,
            "lang": view.language or catalogue.pelican["DEFAULT_LANG"],
            "status": "published" if listed else "hidden",
            "url": view.url,
            "save_as": f"{view.url}index.html",
            "view": view,
            "undated": published is None,
            "tags": [self._tags[match.id] for match in record.topics if match.id in self._tags],
        }
        if updated:
            metadata["modified"] = updated
        if view.source:
            metadata["category"] = self._categories[source_slug(line(clipping.source))]
        if view.byline:
            metadata["authors"] = [Author(name, catalogue.pelican) for name in view.byline]
        return ClippingArticle(Markup(), metadata, catalogue.pelican, context=self._context)
