"""What templates make of a view, apart from any archive."""

from types import SimpleNamespace

import jinja2
import pytest
from lxml import html

from morgue.publication.views import Date, Link


@pytest.fixture
def render(root):
    """Return a function that renders one of the theme's templates as Pelican does."""
    loader = jinja2.FileSystemLoader(root / "theme" / "templates")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)

    def render(template, **context):
        settings = {"SITEURL": "..", "SITENAME": "Archive", "DEFAULT_LANG": "en"}
        return html.fromstring(environment.get_template(template).render({**settings, **context}))

    return render


def clipping(**fields):
    named = Link('The "Old\\New" <Lock>', "actors/lock/")
    published = Date("2025-02-18", "18 February 2025")
    return SimpleNamespace(
        **{"topics": (named,), "actors": (named,), "source": named, "published": published, **fields}
    )


def test_a_filter_value_can_be_searched_for(render):
    """No value holds a sign that Pagefind's own filters trip over; what is shown of a hit keeps the name as it is."""
    marks = render("_index_marks.html", view=clipping())
    values = {element.get("data-pagefind-filter"): element.text for element in marks.iterfind("span")}
    assert values["actor"] == values["topic"] == values["source"] == "The ”Old⧵New” <Lock>"
    assert values["year"] == "2025"
    assert marks.xpath("string(span[@data-pagefind-meta='source'])") == 'The "Old\\New" <Lock>'


def test_the_undated_come_last(render):
    """A clipping without a date has a place in the order all the same."""
    marks = render("_index_marks.html", view=clipping(published=None))
    assert marks.xpath("string(span[@data-pagefind-sort])") == "0000"


def test_bibtex_stays_whole_whatever_a_headline_says(render):
    """Braces and backslashes of a stranger's page cannot end a field of the entry."""
    fields = {"title": "100 % {\\input}", "byline": ("A } desk",), "original": "https://a.example/{x}"}
    view = clipping(**fields, captured=None, digest="0" * 64)
    entry = render("_cite.html", view=view).xpath("string(//pre)")
    assert "title = {100 \\% input}," in entry
    assert "author = {{A  desk}}," in entry
    assert "url = {https://a.example/%7Bx%7D}," in entry
    assert entry.count("{") == entry.count("}")


def test_a_moved_page_leads_on(render):
    """An old address names the new one to browsers, to search engines and to readers."""
    page = render("redirect.html", target=Link("Old lock", "actors/lock/"))
    assert page.xpath("string(//meta[@http-equiv='refresh']/@content)") == "0; url=../actors/lock/"
    assert page.xpath("//link[@rel='canonical']/@href") == page.xpath("//a/@href") == ["../actors/lock/"]


@pytest.mark.parametrize("name", ["archives", "authors", "author", "categories", "category", "tags", "tag"])
def test_pelicans_own_lists_have_a_page(render, name):
    """With Pelican's own lists switched on the theme has a template for each."""
    entry = SimpleNamespace(url="a/", title="Old lock", locale_date="18 February 2025")
    context = {"articles": [entry], "dates": [entry], "authors": [], "categories": [], "tags": [], name: "Harbours"}
    if name in {"authors", "categories", "tags"}:
        context[name] = [("Harbours", [entry])]
    page = render(f"{name}.html", **context)
    assert "Old lock" in page.text_content() or "Harbours" in page.text_content()
