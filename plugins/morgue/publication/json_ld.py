"""A clipping in schema.org's words, for machines: an item of an archive, based on the original. Never its text."""

from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from morgue.publication.catalogue import Catalogue
from morgue.publication.views import ClippingView

_KINDS = {"person": "Person", "organisation": "Organization", "country": "Country", "bloc": "Organization"}


def json_ld(catalogue: Catalogue, view: ClippingView) -> Markup:
    """Return the content of a ``<script type="application/ld+json">``; no character of it can end the element."""
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
        "mentions": [{"@type": _KINDS.get(actor.note, "Thing"), "name": actor.name} for actor in view.actors],
        "copyrightNotice": view.rights,
        "license": view.licence,
        "holdingArchive": {"@type": "ArchiveOrganization", "name": catalogue.pelican["SITENAME"]},
    }
    return htmlsafe_json_dumps(
        {name: value for name, value in said.items() if value}, ensure_ascii=False, sort_keys=True
    )
