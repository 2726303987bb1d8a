"""Searching the archive in a real browser."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def title(open_page):
    """Return the headline of the front page's first story."""
    return open_page().locator(".newest h3 a").first.inner_text()


def found(page):
    """Return how many stories the page says it has found, once it has said so."""
    status = page.locator("#found")
    expect(status).to_have_text(re.compile(r"^(\d+ stor|No story)"))
    number = re.match(r"\d+", status.inner_text())
    return int(number[0]) if number else 0


def values(page, facet):
    """Return the values of a facet with the count beside each, in order."""
    labels = page.locator(f"#facets label:has(input[name={facet}])")
    expect(labels.first).to_be_visible()
    return [
        (label.locator("input").get_attribute("value"), int(label.locator(".count").inner_text()))
        for label in labels.all()
    ]


def tick(page, facet, value):
    """Choose a value of a facet and wait until the address says so."""
    box = page.locator(f'#facets input[name={facet}][value="{value}"]')
    box.check()
    expect(page).to_have_url(re.compile(rf"[?&]{facet}="))


def test_search_finds_a_story_by_its_headline(open_page, title):
    """A word typed in the box of any page leads to the story, and the link leads to its page."""
    page = open_page("topics/")
    page.locator("#find").fill(title)
    page.locator("#find").press("Enter")
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.locator("h1")).to_have_text(title)


def test_extracts_show_the_words_found(open_page, clippings):
    """Each hit shows where the word stands in its text."""
    text = next(iter(clippings.values())).partition('class="text"')[2]
    word = max(re.findall(r"<p>[^<]*?\b([a-z]{5,12})\b", text), key=len)
    page = open_page(f"search/?q={word}")
    expect(page.locator("#results mark").first).to_be_visible()
    assert found(page) > 0


def test_a_facet_narrows_to_the_count_beside_it(open_page):
    """The number beside a value is the number of stories that choosing it leaves."""
    page = open_page("search/")
    (source, count), *_ = values(page, "source")
    tick(page, "source", source)
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{count} stor"))
    expect(page.locator("#results .source")).to_have_text([source] * min(count, 10))


def test_values_of_one_facet_add_up(open_page):
    """Inside a facet a second value widens the search: each story has one source, so the counts add up."""
    page = open_page("search/")
    (first, one), (second, other), *_ = values(page, "source")
    tick(page, "source", first)
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{one} stor"))
    tick(page, "source", second)
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{one + other} stor"))


def test_facets_narrow_each_other(open_page):
    """Across facets a second value narrows the search, as the count beside it says."""
    page = open_page("search/")
    (topic, many), *_ = values(page, "topic")
    tick(page, "topic", topic)
    assert found(page) == many
    source, count = values(page, "source")[-1]
    tick(page, "source", source)
    expect(page.locator("#found")).to_have_text(re.compile(rf"^{count} stor"))


def test_actors_can_be_asked_for_together(open_page):
    """The page of who is named together leads to all stories of two; the box widens the search to either of them.

    A story of which only a record is kept is counted there and cannot be searched: the sample has one.
    """
    page = open_page("named-together/")
    row = page.locator("tr:has(a[href*='together=yes'])").last
    counted = int(row.locator("td").inner_text())
    row.locator("td a").click()
    row.locator("a[href*='together=yes']").click()
    box = page.get_by_role("checkbox", name="All of these actors in one story")
    expect(box).to_be_checked()
    together = found(page)
    assert counted - 1 <= together <= counted
    first, second = (each.get_attribute("value") for each in page.locator("input[name=actor]:checked").all())
    counts = dict(values(page, "actor"))
    assert counts[first] == counts[second] == together
    box.uncheck()
    expect(page).not_to_have_url(re.compile("together"))
    expect(page.locator("#found")).not_to_have_text(re.compile(rf"^{together} stor"))
    assert found(page) == either(page, first, second) - together
    box.check()
    page.reload()
    expect(box).to_be_checked()
    assert found(page) == together
    page.locator(f'#facets input[name=actor][value="{first}"]').click()  # it may fall out of the list
    expect(box).to_be_hidden()


def either(page, *names):
    """Return the sum of the counts beside some actors' names."""
    counts = dict(values(page, "actor"))
    return sum(counts[name] for name in names)


def test_the_address_holds_the_whole_search(open_page, title):
    """Words, facets and order survive a reload, and going back undoes the last choice."""
    page = open_page()
    page.goto(page.url + "search/")
    page.locator("#q").fill(title)
    page.locator("#q").press("Enter")
    before = found(page)
    source, _ = values(page, "source")[0]
    tick(page, "source", source)
    page.locator("#sort").select_option("oldest")
    after, listed = found(page), page.locator("#results h2").all_inner_texts()

    page.reload()

    assert found(page) == after
    assert page.locator("#q").input_value() == title
    assert page.locator("#sort").input_value() == "oldest"
    expect(page.locator("#results h2")).to_have_text(listed)
    expect(page.locator(f'#facets input[name=source][value="{source}"]')).to_be_checked()
    page.go_back()
    page.go_back()
    expect(page.locator("#facets input:checked")).to_have_count(0)
    assert found(page) == before


def test_stories_come_ten_at_a_time(open_page):
    """The first page holds ten; "more" adds the next and takes the focus there; the undated are not lost."""
    page = open_page("search/?sort=newest")
    for year, _ in values(page, "year"):
        page.goto(page.url.partition("?")[0] + f"?year={year}")
        total = found(page)
        expect(page.locator("#results > li")).to_have_count(min(total, 10))
        if total > 10:
            page.locator("#more").click()
            expect(page.locator("#results > li")).to_have_count(min(total, 20))
            expect(page.locator("#results > li").nth(10).locator("a")).to_be_focused()


def test_sorting_by_date_loses_no_story(open_page, clippings):
    """What has no date stands in the results sorted by date too."""
    page = open_page("search/?q=zzallzz&sort=newest")
    assert found(page) == len(clippings)


def test_a_long_facet_unfolds(open_page):
    """A facet shows its most frequent values; "more" shows the others and takes the focus to the first of them."""
    page = open_page("search/")
    actors = page.locator("#facets fieldset", has=page.locator("input[name=actor]"))
    expect(actors.locator("input")).to_have_count(8)
    actors.locator("button").click()
    assert actors.locator("input").count() > 8
    expect(actors.locator("input").nth(8)).to_be_focused()


def test_slash_focuses_and_escape_leaves(open_page):
    """On every page ``/`` goes to the search box and Esc out of it, with what was typed kept."""
    for path, box in (("", "#find"), ("topics/", "#find"), ("search/", "#q")):
        page = open_page(path)
        page.keyboard.press("/")
        expect(page.locator(box)).to_be_focused()
        assert page.locator(box).input_value() == ""
        page.keyboard.type("treaty")
        page.keyboard.press("Escape")
        expect(page.locator(box)).not_to_be_focused()
        assert page.locator(box).input_value() == "treaty"


def test_nothing_found_says_what_to_do(open_page):
    """An empty result is announced, and leads on to the indexes."""
    page = open_page("search/?q=qwrtzpsd")
    expect(page.locator("#found")).to_have_text("No story for “qwrtzpsd”")
    expect(page.locator(".nothing a", has_text="Topics")).to_be_visible()


def test_nothing_found_offers_to_drop_the_filters(open_page):
    """Where the filters leave nothing, one button drops them and keeps the words."""
    page = open_page("search/?q=treaty&year=1066")
    expect(page.locator("#found")).to_have_text("No story for “treaty”")
    page.locator(".nothing button").click()
    assert found(page) > 0
    assert page.url.endswith("?q=treaty")
