"""Addresses are for ever."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.address import address_of, canonical_url, slug

DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://harbour.example/world/peace-talks.html", "clippings/harbour.example/peace-talks-a19b6782/"),
        ("https://harbour.example/", "clippings/harbour.example/d1a706cf/"),
        (None, "clippings/no-url/01234567/"),
    ],
)
def test_an_address_never_changes(url, address):
    """These addresses stand in other people's links: a change here breaks them."""
    assert address_of(url, DIGEST) == address


@pytest.mark.parametrize(
    "spelling",
    [
        "http://harbour.example/world/peace-talks.html",
        "https://www.harbour.example/world/peace-talks.html",
        "https://HARBOUR.example:443/world/peace-talks.html#comments",
        "https://harbour.example/world/peace-talks.html?utm_source=mail&utm_campaign=x",
    ],
)
def test_spellings_of_one_url_share_an_address(spelling):
    assert address_of(spelling, DIGEST) == address_of("https://harbour.example/world/peace-talks.html", DIGEST)


def test_a_query_that_names_the_story_counts():
    assert canonical_url("https://harbour.example/story?id=1") != canonical_url("https://harbour.example/story?id=2")


@pytest.mark.parametrize("query", ["?article317", "?article317&lang=fr", "?2025-08-18"])
def test_a_number_without_a_value_names_the_story(query):
    """Two stories of an outlet are not two versions of one; what has no number does not count."""
    other = query.replace("317", "292").replace("18", "19")
    assert canonical_url(f"https://harbour.example/spip.php{query}").endswith(query)
    assert canonical_url(f"https://harbour.example/spip.php{query}") != canonical_url(
        f"https://harbour.example/spip.php{other}"
    )
    assert canonical_url("https://harbour.example/story?print&utm_source") == "https://harbour.example/story"


def test_other_scripts_are_spelt_in_ascii():
    assert slug("Переговоры о мире") == "peregovory-o-mire"


@given(st.text())
def test_any_url_gives_a_safe_path(url):
    """Whatever a capture says is its URL, the address is a plain path below clippings/."""
    assert re.fullmatch(r"clippings/[a-z0-9.-]+/[a-z0-9-]+/", address_of(url, DIGEST))
    assert ".." not in address_of(url, DIGEST)


@pytest.mark.parametrize("url", ["https://[::1", "https://harbour.example:99999/", "https://\ud800.example/\ud800"])
def test_what_is_no_url_has_an_address_of_its_own(url):
    """Pages name broken URLs as their own; that must not end a build."""
    assert re.fullmatch(r"clippings/[a-z0-9.-]+/[a-z0-9-]+/", address_of(url, DIGEST))
    assert address_of(url, DIGEST) != address_of(f"{url}1", DIGEST)
