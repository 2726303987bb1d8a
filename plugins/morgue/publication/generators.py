"""Pelican generators: one writes the archive's pages, the last one makes them searchable."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.generators import Generator

from morgue.publication.actor_view import actor_view
from morgue.publication.catalogue import Catalogue
from morgue.publication.edition import Edition
from morgue.publication.home_view import home_view
from morgue.publication.index_views import actors_index, months_index, sources_index, topics_index
from morgue.publication.list_views import month_view, not_archived_view, source_view, undated_view
from morgue.publication.moves import moved_actors, parted_actors
from morgue.publication.search import SearchError, build_index
from morgue.publication.sitemap import sitemap
from morgue.publication.taxonomies import Actor, Topic
from morgue.publication.together_view import together_views
from morgue.publication.tombstones import tombstones
from morgue.publication.topic_view import topic_view
from morgue.publication.views import IndexView, Link, ListView, NotArchivedView, TombstoneView, TopicView
from morgue.publication.views_of_actors import ActorView, TogetherView


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page to be written: its address, where it is saved, its template and what the template is given.

    ``listed`` says that the sitemap names it.
    """

    url: str
    save_as: str
    template: str
    context: dict[str, Any]
    listed: bool = True


def site_pages(catalogue: Catalogue) -> Iterator[SitePage]:
    """Yield every page of the archive but those of its clippings."""
    yield SitePage("", "index.html", "index", {"view": home_view(catalogue)})
    for index in (topics_index, actors_index, sources_index, months_index):
        yield _page("az", index(catalogue))
    yield _page("list", undated_view(catalogue))
    yield _page("not_archived", not_archived_view(catalogue))
    yield SitePage("search/", "search/index.html", "search", {})
    yield SitePage("404.html", "404.html", "404", {}, listed=False)
    yield from (_page("list", source_view(catalogue, slug)) for slug in catalogue.sources)
    yield from (_page("list", month_view(catalogue, period)) for period in catalogue.months)
    for topic in catalogue.topics:
        yield _taxonomy(catalogue.topic(topic), "topic", topic_view(catalogue, topic))
    for actor in catalogue.actors:
        yield _taxonomy(catalogue.actor(actor), "actor", actor_view(catalogue, actor))
    yield from (_page("together", view) for view in together_views(catalogue))
    for tombstone in tombstones(catalogue):
        yield _page("tombstone", tombstone)
    for was, now in moved_actors(catalogue):
        yield _redirect(was, now)
    for parted in parted_actors(catalogue):
        yield SitePage(parted.url, f"{parted.url}index.html", "parted", {"view": parted}, listed=False)


def _page(template: str, view: IndexView | ListView | NotArchivedView | TogetherView | TombstoneView) -> SitePage:
    listed = not (isinstance(view, TogetherView | TombstoneView) and view.noindex)
    return SitePage(view.url, f"{view.url}index.html", template, {"view": view}, listed)


def _taxonomy(entry: Topic | Actor, template: str, view: TopicView | ActorView) -> SitePage:
    listed = not (isinstance(view, ActorView) and view.noindex)
    return SitePage(entry.url, entry.save_as, template, {"view": view}, listed)


def _redirect(was: Actor, now: Link) -> SitePage:
    return SitePage(was.url, was.save_as, "redirect", {"target": now}, listed=False)


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes topics, actors, indexes and lists, their feeds, and the sitemap."""

    def generate_output(self, writer: Any) -> None:
        """Write them all."""
        edition: Edition = self.settings["EDITION"]
        pages = list(site_pages(edition.catalogue))
        for page in pages:
            self._write(writer, page)
        self._write_feeds(writer, edition)
        listed = [page.url for page in pages if page.listed] + [page.url for page in self.context["pages"]]
        text = sitemap(edition, listed)
        if text:
            (Path(self.output_path) / "sitemap.xml").write_text(text, encoding="utf-8")

    def _write(self, writer: Any, page: SitePage) -> None:
        cards = getattr(page.context.get("view"), "cards", None)
        writer.write_file(
            page.save_as,
            self.get_template(page.template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            paginated=None if cards is None else {"cards": cards},
            template_name=page.template,
            url=page.url,
            **page.context,
        )

    def _write_feeds(self, writer: Any, edition: Edition) -> None:
        catalogue = edition.catalogue
        entries: list[tuple[Topic | Actor, tuple[str, ...]]] = [
            *((catalogue.topic(name), addresses) for name, addresses in catalogue.topics.items()),
            *((catalogue.actor(name), addresses) for name, addresses in catalogue.actors.items()),
        ]
        for entry, addresses in entries:
            path = catalogue.feed(entry, addresses)
            if path:
                articles = [article for article in map(edition.articles.__getitem__, addresses) if not article.undated]
                writer.write_feed(articles, self.context, path, feed_title=str(escape(entry.name)))


class SearchGenerator(Generator):  # type: ignore[misc]
    """Indexes what the others wrote."""

    def generate_output(self, writer: Any) -> None:  # noqa: ARG002  Pelican's signature
        """Write the search bundle; a site without it is not done, so where it fails the build does."""
        site = Path(self.output_path)
        try:
            build_index(site, site / "pagefind", self.settings["DEFAULT_LANG"])
        except SearchError as error:
            raise SystemExit(f"The pages are written, but not the search: {error}") from error
