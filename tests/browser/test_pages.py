"""The built pages hold together: their marks, their links, and nothing that their own security policy forbids."""

from collections import Counter
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

ROOT = "http://site.invalid/archive/"
ALLOWED_SCRIPTS = {"application/ld+json"}


@pytest.fixture(scope="session")
def pages(site):
    """Return every page, parsed, by its address in the site."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(path).getroot()
        for path in sorted(site.glob("**/*.html"))
    }


def test_ids_are_unique_and_one_headline_leads(pages):
    """An id stands once in a page, and so does the first heading."""
    for address, page in pages.items():
        ids = Counter(page.xpath("//@id"))
        assert [name for name, count in ids.items() if count > 1] == [], address
        assert len(page.xpath("//h1")) == 1, address


def test_every_link_of_the_site_leads_somewhere(pages, site):
    """Each address inside the site has a file, and each fragment an element."""
    broken = set()
    for address, page in pages.items():
        for link in page.xpath("//@href | //@src | //@action"):
            target = urljoin(ROOT + address, link)
            path, fragment = unquote(urlsplit(target).path), urlsplit(target).fragment
            if not target.startswith(ROOT):
                assert urlsplit(target).netloc != urlsplit(ROOT).netloc, f"{address}: {link} leaves the site"
                continue
            name = path.removeprefix("/archive/")
            file = site / name / "index.html" if path.endswith("/") else site / name
            if not file.is_file() or (fragment and fragment not in pages[name].xpath("//@id")):
                broken.add(f"{address}: {link}")
    assert broken == set()


def test_pages_load_nothing_from_elsewhere(pages):
    """No page asks another host for a style, a script, an image or a frame."""
    for address, page in pages.items():
        for source in page.xpath("//@src | //link[@rel='stylesheet' or @rel='icon']/@href"):
            assert not urlsplit(source).netloc, f"{address}: {source}"


def test_pages_hold_no_inline_script_or_style(pages):
    """The security policy of every page forbids them, so a browser would drop them in silence."""
    for address, page in pages.items():
        if not page.xpath("//meta[@http-equiv='refresh']"):
            assert page.xpath("//meta[@http-equiv='Content-Security-Policy']"), address
        assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == [], address
        inline = page.xpath("//script[not(@src)]/@type")
        assert set(inline) <= ALLOWED_SCRIPTS, address
        assert len(page.xpath("//script[not(@src)]")) == len(inline), address
