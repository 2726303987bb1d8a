"""The site stays light: what a reader loads, compressed as a server would."""

import gzip

import pytest


def weight(*paths):
    """Return how many bytes files have, each compressed by itself."""
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in paths)


@pytest.fixture
def styles(site):
    return sorted(site.glob("theme/css/*.css"))


def test_the_styles_weigh_at_most_15_kb(styles):
    assert styles
    assert weight(*styles) <= 15_000


def test_the_script_weighs_at_most_5_kb_before_search_opens(site):
    assert weight(site / "theme/js/site.js") <= 5_000


def test_a_clipping_weighs_at_most_50_kb(site, styles, clippings):
    """The heaviest clipping, with every style and script that it loads."""
    shared = weight(*styles, site / "theme/js/site.js", site / "theme/img/icon.svg")
    heaviest = max(weight(site / path / "index.html") for path in clippings)
    assert heaviest + shared <= 50_000
