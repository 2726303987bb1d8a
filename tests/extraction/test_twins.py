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


OWN = "The harbour master measured the depth of the new basin twice on Tuesday."
"""A sentence that one copy alone tells."""


def _unlike(number: int) -> str:
    """Return a text of twenty words that no other number gives."""
    return " ".join(f"word{number}x{at}" for at in range(20)) + "."


def _paragraphs(texts) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_of_two_equal_copies_the_one_in_an_article_stays(page):
    story = _paragraphs(map(_unlike, range(5)))
    tree = parse(page(f'<div class="panel">{story}</div><article>{story}</article>'))
    assert [twin.reason for twin in part_twins(Page(tree))] == ["the same text again in div.panel"]


def test_what_a_twin_alone_tells_follows_the_last_of_the_paragraphs_that_it_joins(extracted):
    """The two have as many words in common with the twin's first: which it is must not be left to chance."""
    first, second, *others = map(_unlike, range(5))
    article, twin = _paragraphs([first, second, *others]), _paragraphs([f"{first} {second}", OWN, *others])
    clipping = extracted(f"<article>{article}</article><div hidden>{twin}</div>")
    kept = [clipping.text_of(block) for block in clipping.blocks if not block.twin]
    assert kept == [first, second, OWN, *others]


def test_a_fuller_copy_that_the_extractor_passes_by_gives_way_to_the_other(extracted):
    *story, last = map(_unlike, range(6))
    fuller, article = _paragraphs([*story, f"{last} {OWN}"]), _paragraphs([*story, last])
    box = _paragraphs(map(_unlike, range(90, 95)))
    clipping = extracted(f'<div class="related-links">{fuller}</div><article>{article}</article>{box}')
    kept = [clipping.text_of(block) for block in clipping.blocks if not block.twin]
    assert kept[:6] == [*story, f"{last} {OWN}"]


def test_pages_of_one_word_or_of_many_small_repetitions_take_no_longer_than_others():
    for body in ("word " * 200_000, "<div><p>one two three four five six seven eight nine</p></div>" * 8_000):
        page = Page(parse(f"<html><body><div>{body}</div></body></html>".encode()))
        began = time.process_time()
        part_twins(page)
        assert time.process_time() - began < 5
