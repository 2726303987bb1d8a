"""Pages and texts that repeat without end take no longer than others: a second and a little, with a wide margin."""

import time

import pytest

from morgue.capture import capture_of
from morgue.cleaning import clean
from morgue.extraction import extract
from morgue.extraction.page import Page
from morgue.extraction.parse import parse
from morgue.extraction.twins import part_twins

SECONDS = 10
"""What each takes at the most; on a quiet machine about one."""

PROSE = [" ".join(f"word{(n * 31 + k * k) % 4001}" for k in range(50)) + "." for n in range(3_400)]
"""A megabyte."""

PAGES = {
    "a megabyte of prose": "".join(f"<p>{text}</p>" for text in PROSE),
    "half a megabyte behind itself": "".join(f"<p>{text}</p>" for text in PROSE[:1_700] * 2),
    "every paragraph twice": "".join(f"<p>{text}</p><p>{text}</p>" for text in PROSE[:1_700]),
    "20,000 equal subtrees": "<div><p>one two three four five six seven eight nine</p></div>" * 20_000,
    "copies under 140 wrappers": "<div>" * 140 + f"<div>{'<p>' + PROSE[0] * 300 + '</p>'}</div>" * 2 + "</div>" * 140,
}

TEXTS = {
    "a megabyte of prose": PROSE,
    "every paragraph twice": [text for text in PROSE[:1_700] for _ in range(2)],
    "50,000 equal blocks": ["The lamp stood lit the whole night."] * 50_000,
}


@pytest.mark.parametrize("name", PAGES)
def test_twins_are_found_in_linear_time(name):
    page = Page(parse(f"<html><body><main>{PAGES[name]}</main></body></html>".encode()))
    began = time.perf_counter()
    part_twins(page)
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("name", TEXTS)
def test_copies_are_found_in_linear_time(name):
    text = "\n\n".join(["Title", *TEXTS[name]])
    clipping = extract(capture_of(text.encode(), "page.txt"))
    began = time.perf_counter()
    clean(clipping, {})
    assert time.perf_counter() - began < SECONDS
