"""Pelican's own settings as an archive needs them: defaults of ours in place of Pelican's, and what cannot stand."""

import locale
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from pelican.paginator import PaginationRule
from pelican.settings import DEFAULT_CONFIG

from morgue.settings import SettingsError

RAW_FOLDERS = ("captures", "actors", "topics", "rules")
"""What Morgue reads itself; Pelican would publish it as it is."""


def _own_theme() -> str:
    """Return the theme that came with the package: in a wheel beside the rooms, in a checkout beside plugins/."""
    package = Path(__file__).parent.parent
    return str(next(folder for folder in (package / "theme", package.parent.parent / "theme") if folder.is_dir()))


DEFAULTS: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    # A clipping's outlet is its category, its topics are its tags: themes and plugins that link them come to our pages.
    "CATEGORY_URL": "sources/{slug}/",
    "CATEGORY_SAVE_AS": "",
    "CATEGORY_FEED_ATOM": "sources/{slug}/feed.atom.xml",
    "TOPIC_URL": "topics/{slug}/",
    "TOPIC_SAVE_AS": "topics/{slug}/index.html",
    "TOPIC_FEED_ATOM": "topics/{slug}/feed.atom.xml",
    "ACTOR_URL": "actors/{slug}/",
    "ACTOR_SAVE_AS": "actors/{slug}/index.html",
    "ACTOR_FEED_ATOM": "actors/{slug}/feed.atom.xml",
    "TAG_SAVE_AS": "",
    "AUTHOR_URL": "",
    "AUTHOR_SAVE_AS": "",
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "DEFAULT_PAGINATION": 20,
    "PAGINATION_PATTERNS": [
        PaginationRule(1, "{url}", "{save_as}"),
        PaginationRule(2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
    ],
    "TIMEZONE": "UTC",
    "LOCALE": ["C"],
    "THEME": _own_theme(),
}


def prepare(settings: dict[str, Any]) -> None:
    """Put our defaults where an archivist has left Pelican's, in place.

    Raise SettingsError where a setting of theirs would leak raw captures, markup or the clock into the site.
    """
    for name, value in DEFAULTS.items():
        if settings.get(name) == DEFAULT_CONFIG.get(name):
            settings[name] = value
    if settings.get("TAG_URL") == DEFAULT_CONFIG["TAG_URL"]:
        settings["TAG_URL"] = settings["TOPIC_URL"]
    settings["PAGINATED_TEMPLATES"] = {"topic": None, "actor": None, "list": None} | settings["PAGINATED_TEMPLATES"]
    settings["RELATIVE_URLS"] = settings["RELATIVE_URLS"] or not settings["SITEURL"]
    settings["JINJA_ENVIRONMENT"].setdefault("autoescape", True)
    _check(settings)
    if settings["LOCALE"] == DEFAULTS["LOCALE"]:  # Pelican has set the machine's by now
        locale.setlocale(locale.LC_ALL, "C")


def _check(settings: dict[str, Any]) -> None:
    if settings["JINJA_ENVIRONMENT"]["autoescape"] is not True:
        raise SettingsError('JINJA_ENVIRONMENT: captured pages need "autoescape": True; leave it out or set it so')
    if not settings["WITH_FUTURE_DATES"]:
        raise SettingsError("WITH_FUTURE_DATES: the clock would decide what is published; leave it True")
    try:
        Locale.parse(settings["DEFAULT_LANG"], sep="-")
    except (ValueError, UnknownLocaleError):
        raise SettingsError(f"DEFAULT_LANG: {settings['DEFAULT_LANG']!r} is no language tag; en is one") from None
    for name in ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS"):
        for path in settings[name]:
            first = (*Path(path).parts, "")[0]
            if not first or first in RAW_FOLDERS:
                raise SettingsError(
                    f"{name}: {path or '.'!r} would publish what Morgue files itself ({', '.join(RAW_FOLDERS)}); "
                    'name folders beside these, such as "pages"'
                )
