"""Pagefind's own script reads the bundle that order.py wrote."""

import shutil

import pytest

from morgue.publication.search import build_index

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><article data-pagefind-body>
<h1 data-pagefind-meta="title">{title}</h1>
<div hidden data-pagefind-ignore><span data-pagefind-meta="all">zzallzz</span>{facets}</div><p>{text}</p>
</article></body></html>"""
SITE = {
    "spring": (["topic:Peace", "topic:Grain", "year:2024"], "2024-03-01", "The guarantees were signed in spring."),
    "summer": (["topic:Peace", "year:2025"], "2025-07", "A guarantee for summer, said the ministry."),
    "autumn": (["topic:Grain", "year:2025"], "2025-10-02", "Зерновые переговоры. المحادثات مستمرة"),
    "undated": (["topic:Peace"], "", "安全保障について協議した。"),
}
ASK = """async ([query, options]) => {
    const search = await (await import("/pagefind/pagefind.js")).search(query, options)
    const pages = await Promise.all(search.results.map(result => result.data()))
    return {found: pages.map(page => page.url), filters: search.filters, extracts: pages.map(page => page.excerpt)}
}"""

THEME_ASKS = """async words => {
    const theme = await import("/theme/js/search-index.js")
    const {hits} = await theme.ask({words, chosen: {topic: [], actor: [], source: [], year: []}, sort: "relevance"})
    return Promise.all(hits.map(hit => hit()))
}"""


@pytest.fixture(scope="module")
def page(root, tmp_path_factory, chromium, served):
    site = tmp_path_factory.mktemp("site")
    for name, (facets, date, text) in SITE.items():
        values = [facet.partition(":")[::2] for facet in facets]
        elements = "".join(f'<span data-pagefind-filter="{kind}">{value}</span>' for kind, value in values)
        elements += f'<time data-pagefind-sort="date">{date}</time>' if date else ""
        (site / name).mkdir()
        (site / name / "index.html").write_text(PAGE.format(title=name, facets=elements, text=text), encoding="utf-8")
    (site / "index.html").write_text("<!doctype html><html lang='en'><title>Search</title>", encoding="utf-8")
    build_index(site, site / "pagefind", "en")
    shutil.copytree(root / "theme" / "static", site / "theme")
    page = chromium.new_page()
    page.goto(served(site))
    yield page
    page.close()


@pytest.fixture
def ask(page):
    return lambda query, **options: page.evaluate(ASK, [query, options])


@pytest.mark.parametrize(
    ("query", "options", "found"),
    [
        ("guarantees", {}, {"spring", "summer"}),
        ("переговоры", {}, {"autumn"}),
        ("المحادثات", {}, {"autumn"}),
        ('"保 障"', {}, {"undated"}),
        ('"障 保"', {}, set()),
        ("zzallzz", {}, {"spring", "summer", "autumn", "undated"}),
        ("zzallzz", {"filters": {"topic": "Peace"}}, {"spring", "summer", "undated"}),
        ("zzallzz", {"filters": {"topic": {"any": ["Peace", "Grain"]}, "year": "2025"}}, {"summer", "autumn"}),
        ("Peace", {}, set()),
    ],
)
def test_a_search_finds_the_pages(query, options, found, ask):
    """Words of any script are found, stems and phrases too; facets narrow; the match-all word alone finds all."""
    assert {url.strip("/") for url in ask(query, **options)["found"]} == found


def test_facets_are_counted(ask):
    """The counts of facets come with the results of a search."""
    assert ask("guarantees", filters={"topic": "Peace"})["filters"] == {
        "topic": {"Grain": 1, "Peace": 2},
        "year": {"2024": 1, "2025": 1},
    }


def test_results_are_sorted_by_date(ask):
    """Dates of any precision sort as text; Pagefind leaves out a page that has none."""
    found = ask("zzallzz", sort={"date": "desc"})["found"]
    assert [url.strip("/") for url in found] == ["autumn", "summer", "spring"]


def test_extracts_are_marked_and_hold_no_facets(ask):
    """An extract shows the words found, and nothing that only serves the index."""
    (extract,) = ask("summer", filters={"topic": "Peace"})["extracts"]
    assert "<mark>summer,</mark> said the ministry" in extract
    assert "zzallzz" not in extract


@pytest.mark.parametrize(
    ("words", "found"),
    [("保障", ["undated"]), ("障保", []), ("協議 安全", ["undated"]), ("安全保障について協議した", ["undated"])],
)
def test_the_theme_searches_scripts_without_spaces(words, found, page):
    """A reader types Chinese and Japanese as it is written: a run is found as a phrase, and shown without spaces."""
    hits = page.evaluate(THEME_ASKS, words)
    assert [hit["url"].strip("/") for hit in hits] == found
    for hit in hits:
        shown = hit["excerpt"].replace("<mark>", "").replace("</mark>", "")
        assert shown.endswith(SITE["undated"][2])
