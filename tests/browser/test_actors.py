"""What readers see of actors: in a clipping, on their pages, and who is named with whom."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def named(clippings):
    """Return the path of the clipping that names actors most often."""
    return max(clippings, key=lambda path: clippings[path].count('class="mention"'))


@pytest.mark.parametrize("script", [True, False])
def test_every_mention_is_marked_on_demand(open_page, named, script):
    """With or without script; until then only the first of each actor shows, as a link."""
    page = open_page(named, java_script_enabled=script)
    later = page.locator(".text span.mention").first
    plain = later.evaluate("e => getComputedStyle(e).backgroundColor") if script else None
    page.get_by_role("checkbox", name="Mark every mention").check()
    if script:
        assert later.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    targets = page.locator(".text a.mention").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(set(targets)) == len(targets) > 1


def test_marks_are_neither_printed_nor_copied(open_page, named):
    """Printed, a marked mention looks like its sentence; copied, the text is what it was."""
    page = open_page(named)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
    copied = "String(getSelection())"
    before = page.evaluate(copied)
    page.get_by_role("checkbox", name="Mark every mention").check()
    assert page.evaluate(copied) == before
    assert page.locator(".text").inner_text().split() == before.split()
    page.emulate_media(media="print")
    looks = """e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).boxShadow,
        getComputedStyle(e).textDecorationLine, getComputedStyle(e, '::after').content]"""
    for mention in page.locator(".text .mention").all():
        assert mention.evaluate(looks) == ["rgba(0, 0, 0, 0)", "none", "none", "none"]
    expect(page.get_by_role("checkbox", name="Mark every mention")).to_be_hidden()


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (320, False)])
def test_the_key_stands_beside_the_text_or_after_it_and_leads_into_it(open_page, named, width, beside):
    page = open_page(named, viewport={"width": width, "height": 800})
    text, key = page.locator(".text").bounding_box(), page.locator(".who").bounding_box()
    if beside:
        assert key["x"] > text["x"] + text["width"]
        assert key["y"] < text["y"]
    else:
        assert key["y"] >= text["y"] + text["height"]
    entry = page.locator(".who li").first
    entry.locator("a.count").click()
    expect(page.locator(".text .mention:target")).to_be_in_viewport()
    name = entry.locator("a").first
    target = name.get_attribute("href")
    assert page.locator(".text .mention:target").get_attribute("href") == target
    name.click()
    expect(page.locator(".dossier h1")).to_be_visible()


def test_the_timeline_can_be_read_as_a_table_without_script(open_page):
    page = open_page("actors/volodymyr-zelensky/", java_script_enabled=False)
    figure = page.locator(".timeline")
    expect(figure.get_by_role("table")).to_be_hidden()
    figure.locator("summary").press("Enter")
    expect(figure.get_by_role("table")).to_be_visible()
    assert figure.locator("tbody tr").count() == figure.locator("svg g").count() > 1


@pytest.mark.parametrize("width", [320, 1280])
def test_a_drawing_keeps_to_its_box(open_page, width):
    """The page scrolls in one direction only; a wide drawing scrolls in its box, by keyboard too."""
    page = open_page("named-together/", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".scroll")
    box.focus()
    page.keyboard.press("ArrowRight")
    wide = box.evaluate("e => e.scrollWidth > e.clientWidth")
    assert wide == (width == 320)
    if wide:
        page.wait_for_timeout(300)
        assert box.evaluate("e => e.scrollLeft") > 0


@pytest.mark.parametrize("script", [True, False])
def test_a_square_and_its_row_lead_to_the_stories(open_page, script):
    """By pointer from the drawing, by keyboard from the table; no link of the drawing is in the tab order."""
    page = open_page("named-together/", java_script_enabled=script)
    square = page.locator("svg a:has(rect)").first
    row = page.locator("tbody tr").first
    expect(row.locator("ul")).to_be_hidden()
    square.click()
    expect(row.locator("ul")).to_be_visible()
    other = page.locator("tbody tr").nth(1)
    other.locator("td a").press("Enter")
    expect(other.locator("ul")).to_be_visible()
    expect(row.locator("ul")).to_be_hidden()
    title = other.locator("li a").first.inner_text()
    other.locator("li a").first.click()
    expect(page.locator("h1")).to_have_text(title)
