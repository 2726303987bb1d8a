"""Twins are found on the tree, and meant repetition is left alone."""

import time
from pathlib import Path

import pytest
import yaml

from morgue.extraction.page import Page
from morgue.extraction.parse import parse
from morgue.extraction.twins import part_twins

CASES = yaml.safe_load(Path(__file__).with_name("twins.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_second_copy_of_the_article_is_set_aside_and_nothing_else(case, page):
    tree = parse(page(case["html"]))
    twins = part_twins(Page(tree))
    assert [twin.reason for twin in twins] == case.get("reasons", [])
    assert len(twins) == case["twins"]
    assert all(twin.element not in tree.iter() for twin in twins)


@pytest.mark.parametrize("case", [case for case in CASES if case["twins"]], ids=lambda case: case["name"])
def test_a_twin_stands_in_the_extraction_marked_and_whole_while_the_text_stands_once(case, extracted):
    clipping = extracted(case["html"])
    once = extracted("<main>{article}</main>")
    kept = [clipping.text_of(block) for block in clipping.blocks if not block.twin]
    for text in (once.text_of(block) for block in once.blocks):
        assert kept.count(text) == 1
    aside = [block for block in clipping.blocks if block.twin]
    assert sorted({block.twin for block in aside}) == sorted(case["reasons"])
    assert all(clipping.text_of(block) for block in aside)


def test_a_twin_follows_the_last_block_of_the_copy_that_stays(extracted):
    clipping = extracted('<div class="a">{article}</div><div class="b">{article}</div>')
    assert [bool(block.twin) for block in clipping.blocks] == [False] * 6 + [True] * 6


def test_of_two_equal_copies_the_one_in_an_article_stays(page):
    texts = "".join(f"<p>{' '.join(f'word{number}x{at}' for at in range(20))}.</p>" for number in range(5))
    tree = parse(page(f'<div class="panel">{texts}</div><article>{texts}</article>'))
    assert [twin.reason for twin in part_twins(Page(tree))] == ["the same text again in div.panel"]


def test_what_a_twin_alone_tells_follows_the_last_of_the_paragraphs_that_it_joins(extracted):
    """The two have as many words in common with the twin's first: which it is must not be left to chance."""
    first, second, *others = (" ".join(f"word{number}x{at}" for at in range(20)) + "." for number in range(5))
    own = "The harbour master measured the depth of the new basin twice on Tuesday."
    whole, joined = ([first, second, *others], [f"{first} {second}", own, *others])
    article, twin = ("".join(f"<p>{text}</p>" for text in texts) for texts in (whole, joined))
    clipping = extracted(f"<article>{article}</article><div hidden>{twin}</div>")
    kept = [clipping.text_of(block) for block in clipping.blocks if not block.twin]
    assert kept == [first, second, own, *others]


def test_pages_of_one_word_or_of_many_small_repetitions_take_no_longer_than_others():
    for body in ("word " * 200_000, "<div><p>one two three four five six seven eight nine</p></div>" * 8_000):
        page = Page(parse(f"<html><body><div>{body}</div></body></html>".encode()))
        began = time.perf_counter()
        part_twins(page)
        assert time.perf_counter() - began < 5
