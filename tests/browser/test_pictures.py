"""A picture of the sample archive is seen, in its size, on every screen."""

import pytest
from playwright.sync_api import expect

PAGE = "clippings/saltmarsh-news.example/one-hundred-squares-of-sea-8d4bbbfc/"

SEEN = """() => [...document.querySelectorAll('main img')].map(image => ({
    size: [image.naturalWidth, image.naturalHeight], shown: image.getBoundingClientRect().width,
    room: image.parentElement.getBoundingClientRect().width, words: image.alt,
}))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_picture_is_loaded_and_fits(open_page, width, scheme):
    page = open_page(PAGE, viewport={"width": width, "height": 900}, color_scheme=scheme)
    picture = page.locator("main img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    [image] = page.evaluate(SEEN)
    assert image["size"] == [688, 688]
    assert 0 < image["shown"] <= image["room"] + 0.5
    assert image["words"].startswith("A field of ten by ten squares")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_its_caption_and_credit_stand_below_it(open_page):
    page = open_page(PAGE)
    image, caption = page.locator("main figure img").bounding_box(), page.locator("main figcaption").bounding_box()
    assert caption["y"] >= image["y"] + image["height"]
    assert page.locator("main figcaption .credit").inner_text() == "Chart: Graphics desk, Saltmarsh News"


def test_one_that_the_capture_does_not_hold_says_where_it_is(open_page):
    page = open_page(PAGE)
    line = page.locator("main .away")
    assert line.inner_text().endswith("(not archived; at static.saltmarsh-news.example)")
    assert line.locator("a").get_attribute("rel") == "nofollow noopener"
