"""sitemap.xml: the addresses that search engines may list."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from morgue.publication.edition import Edition


def sitemap(edition: Edition, pages: Iterable[str]) -> str:
    """Return the sitemap of the pages and all clippings that are not ``noindex``.

    It is empty without SITEURL, for a sitemap holds whole addresses, and under MORGUE_NOINDEX.
    """
    catalogue = edition.catalogue
    site = catalogue.pelican["SITEURL"]
    if not site or catalogue.settings.noindex:
        return ""
    views = (article.view for article in edition.articles.values())
    clippings = {view.url: view.updated or view.published for view in views if not view.noindex}
    entries = dict.fromkeys(pages) | {url: date and date.iso[:10] for url, date in clippings.items()}
    lines = [
        f"<url><loc>{escape(f'{site}/{url}')}</loc>{f'<lastmod>{escape(date)}</lastmod>' if date else ''}</url>"
        for url, date in sorted(entries.items())
    ]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        )
    )
