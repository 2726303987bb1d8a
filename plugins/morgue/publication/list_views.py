"""Plain lists of stories: one outlet's, one month's, the undated; and what was not archived."""

from morgue.publication.cards import cards_of
from morgue.publication.catalogue import Catalogue
from morgue.publication.index_views import UNDATED_URL, period_name, period_url
from morgue.publication.plain import counted, line, web_address
from morgue.publication.tombstones import tombstones
from morgue.publication.views import ListView, NotArchivedView

NOT_ARCHIVED_URL = "not-archived/"


def source_view(catalogue: Catalogue, slug: str) -> ListView:
    """Return the stories that an outlet published, first or as a copy."""
    source = catalogue.sources[slug]
    lead = f"{counted(len(source.addresses), 'story', 'stories')} published by this outlet, first or as a copy."
    return ListView(source.name, catalogue.category(slug).url, lead, cards_of(catalogue, source.addresses))


def month_view(catalogue: Catalogue, period: str) -> ListView:
    """Return the stories of a year (``2025``) or a month (``2025-02``)."""
    addresses = catalogue.months[period]
    lead = f"{counted(len(addresses), 'story', 'stories')}."
    return ListView(period_name(catalogue, period), period_url(period), lead, cards_of(catalogue, addresses))


def undated_view(catalogue: Catalogue) -> ListView:
    """Return the stories of which no date is known."""
    lead = "Neither the page nor an archivist says when these were published. They stand in no feed and no month."
    return ListView("Undated", UNDATED_URL, lead, cards_of(catalogue, catalogue.undated))


def not_archived_view(catalogue: Catalogue) -> NotArchivedView:
    """Return the captures that could not be read, those that hold no article, and what is withheld, each with why."""
    archive = catalogue.archive
    failed = [(line(failure.origin), "", line(failure.reason)) for failure in archive.failures]
    refused = [
        (line(record.clipping.origin), web_address(record.clipping.url), line(record.clipping.refused))
        for record in archive.refused
    ]
    withheld = tuple(tombstones(catalogue))
    lead = f"Captures that could not be read: {len(failed)}. Captures that hold no article: {len(refused)}."
    if withheld:
        lead += f" Clippings that are withheld: {len(withheld)}."
    return NotArchivedView("Not archived", NOT_ARCHIVED_URL, lead, tuple(sorted([*failed, *refused])), withheld)
