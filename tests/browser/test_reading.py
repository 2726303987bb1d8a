"""Reading the archive in a real browser."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def cleaned(clippings):
    """Return the path of a clipping out of whose text a block was taken."""
    return next(path for path, html in clippings.items() if re.search(r'<(p|h2|ul|ol) [^>]*class="removed"', html))


def test_browsing_needs_no_script(open_page):
    """Without script a reader comes from the front page by a topic to a story and to its original."""
    page = open_page(java_script_enabled=False)
    page.locator(".drawers a[href*='topics/']").nth(1).click()
    page.locator(".card h3 a").first.click()
    expect(page.locator(".clip h1")).to_be_visible()
    assert page.locator(".filing a[rel~=external]").get_attribute("href").startswith("https://")
    page.locator(".rooms a", has_text="Actors").click()
    page.locator(".letters a").first.click()
    expect(page.locator(".group a").first).to_be_visible()


def test_search_without_script_leads_to_the_indexes(open_page):
    """Without script the search page says so and names the indexes; the button for the colours is not there."""
    page = open_page("search/?q=treaty", java_script_enabled=False)
    expect(page.locator("noscript a")).to_have_count(4)
    expect(page.locator("#desk")).to_be_hidden()
    expect(page.locator("#lamp")).to_be_hidden()


@pytest.mark.parametrize("script", [True, False])
def test_removed_passages_are_shown_in_their_place(open_page, cleaned, script):
    """What was taken out is hidden, and a box shows it where it stood, with or without script."""
    page = open_page(cleaned, java_script_enabled=script)
    removed = page.locator(".text .removed")
    assert removed.count() > 0
    assert not any(passage.is_visible() for passage in removed.all())
    page.locator("#show-removed").check()
    assert all(passage.is_visible() for passage in removed.all())
    page.locator("#show-removed").uncheck()
    assert not any(passage.is_visible() for passage in removed.all())


def test_the_panel_says_what_was_removed_and_how_it_is_put_back(open_page, cleaned):
    """Without script: a sentence a rule, every passage on demand, the way to its place, and to the page on ``keep``."""
    page = open_page(cleaned, java_script_enabled=False, viewport={"width": 320, "height": 640})
    count = page.locator(".actions .count").inner_text()
    page.get_by_role("link", name="What was removed").click()
    panel = page.get_by_role("region", name="What was removed")
    expect(panel).to_be_in_viewport()
    expect(panel).to_contain_text(f"{count} passage")
    expect(panel.locator("blockquote")).to_have_count(int(count))
    for rule in panel.locator("li").all():
        expect(rule.locator("> p")).to_have_text(re.compile(r"^[A-Z].+\. .+\.$"))
        passages = rule.locator("blockquote")
        if passages.count():
            expect(passages.first).to_be_hidden()
            rule.locator("summary").click()
            expect(passages.first).to_be_visible()
            expect(rule.locator(".slug").first).to_be_visible()
    panel.get_by_role("link", name="the box above the text").click()
    box = page.get_by_role("checkbox", name="Show removed passages in place")
    expect(box).to_be_in_viewport()
    box.check()
    expect(page.locator(".text .removed").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    panel.get_by_role("link", name="put back").click()
    expect(page.locator("h2:target")).to_be_in_viewport()
    expect(page.locator("h2:target ~ pre").first).to_contain_text("keep:")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_colours_follow_the_system_and_remember_a_choice(open_page, system):
    """The page has the system's colours until a reader chooses others, on every page and after a reload."""
    other = {"light": "dark", "dark": "light"}[system]
    page = open_page(color_scheme=system)
    paper = "getComputedStyle(document.body).backgroundColor"
    shown = page.evaluate(paper)
    page.locator("#lamp").click()
    chosen = page.evaluate(paper)
    assert chosen != shown
    page.reload()
    assert page.evaluate(paper) == chosen
    page.goto(page.url + "topics/")
    assert page.evaluate(paper) == chosen
    expect(page.locator("html")).to_have_attribute("data-theme", other)
    page.locator("#lamp").click()
    assert page.evaluate(paper) == shown
    assert page.evaluate("localStorage.length") == 0


def test_no_page_scrolls_sideways_at_320_pixels(open_page, address, site):
    """Every clipping, and the fullest page of each other kind, fits 320 pixels: also 1280 at 400% zoom."""
    kinds = {}
    for path in sorted(site.glob("**/*.html")):
        name = path.relative_to(site)
        kind = name if name.parts[0] == "clippings" else (name.parts[0], len(name.parts))
        kinds[kind] = max(kinds.get(kind, path), path, key=lambda page: page.stat().st_size)
    page = open_page(viewport={"width": 320, "height": 640})
    too_wide = []
    for path in kinds.values():
        name = path.relative_to(site).as_posix().removesuffix("index.html")
        page.goto(address + name, wait_until="domcontentloaded")  # the styles are there: a script after them has run
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(name)
    assert too_wide == []


def test_targets_are_24_pixels_high(open_page, clippings):
    """What stands apart from running text is large enough to touch (WCAG 2.5.8, which excepts links in a sentence)."""
    links = ".rooms a, .colophon a, .entries a, .actions a, .letters a, .pages a, .tags a, .who a, td a"
    parts = f"{links}, .actions label, summary, button, .find input"
    for path in ("", "topics/", "actors/volodymyr-zelensky/", "named-together/", next(iter(clippings))):
        page = open_page(path, viewport={"width": 320, "height": 640})
        heights = page.evaluate(
            """parts => [...document.querySelectorAll(parts)].filter(part => part.checkVisibility())
                .map(part => [part.textContent, part.getBoundingClientRect().height])""",
            parts,
        )
        assert heights
        assert [(name, height) for name, height in heights if height < 24] == []


def test_the_skip_link_comes_first(open_page):
    """The first Tab shows the skip link, which leads past the header."""
    page = open_page("topics/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_paper_tells_address_and_capture(open_page, clippings):
    """Printed, a clipping has its provenance and none of the navigation."""
    path = next(path for path, html in clippings.items() if ">Captured" in html)
    page = open_page(path)
    page.emulate_media(media="print")
    expect(page.locator(".rooms")).to_be_hidden()
    expect(page.locator(".filing")).to_be_visible()
    expect(page.locator(".filing")).to_contain_text("Captured")
