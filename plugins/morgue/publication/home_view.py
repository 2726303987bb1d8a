"""The front page."""

from collections.abc import Mapping

from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.dates import span
from morgue.publication.index_views import period_name, period_url
from morgue.publication.list_views import NOT_ARCHIVED_URL
from morgue.publication.views import HomeView, Link

_NEWEST = 12
_MOST = 12
"""Entries of each drawer: what a reader takes in at a glance."""


def home_view(catalogue: Catalogue) -> HomeView:
    """Return the front page: figures, the newest stories, where to begin."""
    dates = [date for date in map(catalogue.published, reversed(catalogue.listed)) if date]
    archive = catalogue.archive
    left_out = len(archive.refused) + len(archive.failures) + len(archive.withheld)
    figures = [
        Link("stories", "months/", len(catalogue.listed)),
        Link("outlets", "sources/", len(catalogue.sources)),
        Link("topics", "topics/", len(catalogue.topics)),
        Link("actors", "actors/", len(catalogue.actors)),
        *([Link("not archived", NOT_ARCHIVED_URL, left_out)] if left_out else []),
    ]
    about = catalogue.pelican.get("SITESUBTITLE") or "News pages, filed by topic and by actor."
    months = [period for period in catalogue.months if "-" in period][:_MOST]
    return HomeView(
        title=catalogue.pelican["SITENAME"],
        lead=about,
        span=span(dates),
        figures=tuple(figures),
        newest=cards_of(catalogue, catalogue.listed[:_NEWEST]),
        topics=_fullest(catalogue.topic_links),
        actors=_fullest(catalogue.actor_links),
        sources=_fullest(catalogue.source_links),
        months=tuple(
            Link(period_name(catalogue, period), period_url(period), len(catalogue.months[period])) for period in months
        ),
    )


def _fullest(links: Mapping[str, Link]) -> tuple[Link, ...]:
    by_count = sorted(links, key=lambda identity: (-links[identity].count, identity))
    return tuple(links[identity] for identity in by_count if links[identity].count)[:_MOST]
