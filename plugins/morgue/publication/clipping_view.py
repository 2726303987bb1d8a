"""The page of a clipping."""

from dataclasses import replace
from itertools import pairwise

from markupsafe import Markup

from morgue.publication import body
from morgue.publication.catalogue import Catalogue
from morgue.publication.clipping_parts import title_of, topics_of
from morgue.publication.json_ld import json_ld
from morgue.publication.languages import language_of
from morgue.publication.plain import excerpt, line, web_address
from morgue.publication.quotes import quotes_of
from morgue.publication.removals import removals_of
from morgue.publication.versions import versions_of
from morgue.publication.views import ClippingView, Link
from morgue.publication.who import who_is_who

EXCERPT_WORDS = 50
"""How much of a text is shown under ``display: excerpt``."""

_DESCRIPTION_WORDS = 30
"""About the 160 characters that search engines show."""

_TO_ROOT = "../../../"
"""From a clipping's page to the site's root: its address has three parts, whatever they are."""


def clipping_views(catalogue: Catalogue) -> dict[str, ClippingView]:
    """Return the view of every address, with the stories before and after it in order of date."""
    views = {address: _view(catalogue, address) for address in catalogue.archive.records}
    dated = [address for address in catalogue.listed if views[address].published]
    for newer, older in pairwise(dated):
        views[newer] = replace(views[newer], previous=_link(views[older]))
        views[older] = replace(views[older], following=_link(views[newer]))
    return views


def _view(catalogue: Catalogue, address: str) -> ClippingView:
    record = catalogue.record(address)
    clipping = record.clipping
    language = language_of(clipping.language, catalogue.locale)
    terms = catalogue.terms(address)
    story_at = catalogue.represents(address)
    shown = story_at == address
    whole, clean = _texts(catalogue, address, language.direction) if shown else (Markup(), Markup())
    view = ClippingView(
        title=title_of(record),
        url=address,
        language=language.tag,
        direction=language.direction,
        language_name=language.name,
        original=web_address(clipping.url),
        source=catalogue.source_link(clipping.source),
        byline=tuple(filter(None, map(line, clipping.byline))),
        published=catalogue.date(clipping.published),
        updated=catalogue.date(clipping.updated),
        captured=catalogue.date(clipping.captured),
        origin=line(clipping.origin),
        digest=clipping.digest,
        display=terms.display,
        rights=terms.rights,
        licence=terms.licence,
        note=line(clipping.sidecar.note),
        description="" if terms.display == "record" else excerpt(record.text, _DESCRIPTION_WORDS),
        body=whole,
        clean=clean,
        words=len(record.text.split()),
        incomplete=line(clipping.incomplete),
        removed=len(record.mask.removals),
        removals=removals_of(record, terms) if shown else (),
        topics=topics_of(catalogue, record),
        actors=who_is_who(catalogue, record, in_text=shown and catalogue.shows_text(address)),
        quotes=quotes_of(catalogue, address) if shown else (),
        also_published_by=_copies(catalogue, address) if shown else (),
        represented_by=None if shown else _story_link(catalogue, story_at),
        versions=versions_of(catalogue, address),
        picture=catalogue.pictures.lead(address),
        noindex=catalogue.settings.noindex or not shown,
        json_ld=Markup(),
    )
    return replace(view, json_ld=json_ld(catalogue, view)) if shown else view


def _texts(catalogue: Catalogue, address: str, direction: str) -> tuple[Markup, Markup]:
    """Return what the page shows of the text, and what a feed does."""
    record, display = catalogue.record(address), catalogue.terms(address).display
    if display == "full":
        links = catalogue.actor_links
        pages = {actor.id: _TO_ROOT + links[actor.id].url for actor in record.actors if actor.id in links}
        pictures = catalogue.pictures.by_page.get(address, ())
        return body.whole(record, pages, direction, pictures, _TO_ROOT), body.clean(record, pictures)
    text = excerpt(record.text, EXCERPT_WORDS) if display == "excerpt" else ""
    return body.beginning(text), body.beginning(text)


def _copies(catalogue: Catalogue, address: str) -> tuple[Link, ...]:
    copies = []
    for member in catalogue.story(address).members[1:]:
        source = catalogue.source_link(catalogue.record(member).clipping.source)
        date = catalogue.published(member)
        name = source.name if source else title_of(catalogue.record(member))
        copies.append(Link(name, member, note=date.shown if date else ""))
    return tuple(copies)


def _story_link(catalogue: Catalogue, address: str) -> Link:
    source = catalogue.source_link(catalogue.record(address).clipping.source)
    return Link(title_of(catalogue.record(address)), address, note=source.name if source else "")


def _link(view: ClippingView) -> Link:
    return Link(view.title, view.url, note=view.published.shown if view.published else "")
