"""Dates, languages and plain text as views give them."""

from pathlib import Path

import pytest
import yaml
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from morgue.publication.dates import moment, shown_date, span
from morgue.publication.languages import language_of
from morgue.publication.plain import excerpt, line, printable, web_address
from morgue.publication.views import Date

CASES = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["dates"], ids=str)
def test_a_date_is_shown_as_far_as_it_is_known(case):
    found = shown_date(case["iso"], Locale.parse(case.get("in", "en")))
    assert (found and found.shown) == case["shown"]
    assert str(moment(case["iso"])) == case.get("moment", "None")


@pytest.mark.parametrize("case", CASES["languages"], ids=str)
def test_a_language_has_its_tag_name_and_direction(case):
    found = language_of(case["tag"], Locale.parse("en"))
    assert [found.tag, found.name, found.direction] == case["found"]


@pytest.mark.parametrize("case", CASES["addresses"], ids=str)
def test_an_address_that_a_browser_may_open(case):
    assert web_address(case["url"]) == case["found"]


def test_a_span_names_one_date_once():
    may, june = Date("1998-05", "May 1998"), Date("2001-06", "June 2001")
    assert [span([]), span([may, may]), span([may, june])] == ["", "May 1998", "May 1998 – June 2001"]


@given(st.text(st.characters(), max_size=200))
def test_printable_text_can_stand_in_xml_and_in_a_file(text):
    found = printable(text)
    assert printable(found) == found
    assert found.encode("utf-8").decode("utf-8") == found
    assert not {*found} & {"\0", "\x08", "\ufffe", "\ud800"}


@given(st.text(max_size=400), st.integers(1, 60))
def test_an_excerpt_is_how_the_text_begins(text, words):
    found = excerpt(text, words)
    assert len(found) <= words * 8 + 1
    assert len(found.split()) <= words
    assert line(text).startswith(found.removesuffix("…")) or "…" in text


def test_an_excerpt_says_that_more_follows():
    assert [excerpt("one two", 2), excerpt("one two three", 2), excerpt("字" * 30, 2)] == [
        "one two",
        "one two…",
        "字" * 16 + "…",
    ]


@given(st.one_of(st.none(), st.text(max_size=40)))
def test_no_text_is_too_strange_for_a_date(text):
    assert (shown_date(text, Locale.parse("en")) is None) == (moment(text) is None)
