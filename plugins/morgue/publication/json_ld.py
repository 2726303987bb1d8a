"""Clippings and actors in schema.org's words, for machines. A clipping is an item of an archive, never its text."""

from collections.abc import Iterable
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from morgue.publication.catalogue import Catalogue
from morgue.publication.views import ClippingView, NamedView
from morgue.publication.views_of_actors import ActorView, RoleView

_KINDS = {"person": "Person", "organisation": "Organization", "country": "Country", "bloc": "Organization"}


def json_ld(catalogue: Catalogue, view: ClippingView) -> Markup:
    """Return a clipping as the content of a ``<script type="application/ld+json">``.

    Of names that a machine found nothing is said.
    """
    site = catalogue.pelican["SITEURL"]
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": ["NewsArticle", "ArchiveComponent"],
        "headline": view.title,
        "url": f"{site}/{view.url}" if site else None,
        "image": f"{site}/{view.picture}" if site and view.picture else None,
        "isBasedOn": view.original,
        "datePublished": view.published and view.published.iso,
        "dateModified": view.updated and view.updated.iso,
        "inLanguage": view.language,
        "description": view.description,
        "creditText": ", ".join(view.byline),
        "publisher": view.source and {"@type": "Organization", "name": view.source.name},
        "about": [{"@type": "Thing", "name": topic.name} for topic in view.topics],
        "mentions": [_named(actor, site) for actor in view.actors if not actor.found],
        "copyrightNotice": view.rights,
        "license": view.licence,
        "holdingArchive": {"@type": "ArchiveOrganization", "name": catalogue.pelican["SITENAME"]},
    }
    return _written(said)


def actor_json_ld(catalogue: Catalogue, view: ActorView, names: Iterable[str]) -> Markup:
    """Return an actor as a Person, an Organization or a Country, the same as Wikidata's where an archivist said so.

    ``names`` are those that are nobody else's.
    """
    site = catalogue.pelican["SITEURL"]
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _KINDS[view.kind],
        "name": view.name,
        "alternateName": [name for name in dict.fromkeys(names) if name != view.name],
        "url": f"{site}/{view.url}" if site else None,
        "sameAs": f"https://www.wikidata.org/wiki/{view.wikidata}" if view.wikidata else None,
        "hasOccupation": [_occupation(role) for role in view.roles] if view.kind == "person" else None,
    }
    return _written(said)


def _occupation(role: RoleView) -> dict[str, Any]:
    """Return an office with its dates: a role, in schema.org's words, that repeats the property it qualifies."""
    dates = {"startDate": role.since and role.since.iso, "endDate": role.until and role.until.iso}
    held = {"@type": "Occupation", "name": role.title}
    return {"@type": "Role", "hasOccupation": held} | {name: date for name, date in dates.items() if date}


def _named(actor: NamedView, site: str) -> dict[str, str]:
    """Return an actor as a clipping mentions it."""
    url = {"url": f"{site}/{actor.url}"} if site else {}
    return {"@type": _KINDS[actor.kind], "name": actor.name} | url


def _written(said: dict[str, Any]) -> Markup:
    """Return what is said, without what is unknown; no character of it can end the element."""
    return htmlsafe_json_dumps(
        {name: value for name, value in said.items() if value}, ensure_ascii=False, sort_keys=True
    )
