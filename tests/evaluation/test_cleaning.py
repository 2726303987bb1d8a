"""Pages are doubled as the names of the shapes say, and what cleaning does to them is counted."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from lxml.html import document_fromstring

from morgue.evaluation.cleaning import evaluate_cleaning
from morgue.evaluation.doubling import SHAPES, holder_of
from morgue.evaluation.repetition import lost_sentences, repeated_share

ARTICLE = "".join(
    f"<p>Sluice {n} was opened on day {n * 3}, the water board said, and closed {n} hours later.</p>" for n in range(9)
)
PAGE = (
    "<html><head><title>Sluices</title></head><body><nav>Home News</nav>"
    f"<main><div id='a'>{ARTICLE}</div></main></body></html>"
)
TRUTH = document_fromstring(ARTICLE.replace("</p>", "</p>\n")).text_content()


def test_the_smallest_element_that_holds_the_text_is_found():
    assert holder_of(document_fromstring(PAGE), TRUTH).get("id") == "a"
    assert holder_of(document_fromstring(PAGE), "quite another text that stands nowhere") is None


@pytest.mark.parametrize(
    ("shape", "containers", "paragraphs"),
    [
        ("twin", 2, 18),
        ("triple", 3, 27),
        ("print copy", 1, 18),
        ("without first", 2, 17),
        ("altered", 2, 18),
        ("inside itself", 1, 18),
        ("interleaved", 1, 18),
        ("teaser first", 2, 13),
    ],
)
def test_a_shape_doubles_what_its_name_says(shape, containers, paragraphs):
    tree = document_fromstring(PAGE)
    assert SHAPES[shape](holder_of(tree, TRUTH))
    assert len(tree.xpath("//*[@id='a']")) == containers
    assert len(list(tree.iter("p"))) == paragraphs


def test_a_page_without_paragraphs_takes_no_shape_that_needs_them():
    tree = document_fromstring("<html><body><div>One lump of text, and no more.</div></body></html>")
    holder = tree.find("body/div")
    needing = ["without first", "altered", "interleaved", "teaser first"]
    assert [name for name, shape in SHAPES.items() if not shape(holder)] == needing


def test_what_stands_twice_and_what_is_lost_are_counted():
    run = " ".join(f"word{n}" for n in range(20))
    assert repeated_share(run) == 0
    assert repeated_share(f"{run} {run}") == 0.5
    truth = "The pier is shut. The pier is safe."
    assert lost_sentences(truth, truth, "The pier is shut.") == ["the pier is safe"]
    assert lost_sentences(truth, "The pier is shut.", "") == ["the pier is shut"]
    assert lost_sentences(f"{truth} {truth}", f"{truth} {truth}", truth) == []


def test_a_report_counts_pages_by_shape(tmp_path):
    for folder in ("html", "truth"):
        (tmp_path / folder).mkdir()
    for name, page in (("1", PAGE), ("2", "<html><body>" + "<div>" * 250)):
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
        labels = json.dumps({"ground_truth": {"main_content": TRUTH}})
        (tmp_path / "truth" / f"{name}.json").write_text(labels)
    with ThreadPoolExecutor(1) as executor:
        report = evaluate_cleaning(tmp_path, None, executor)
    assert report.taken == dict.fromkeys(SHAPES, 1)
    assert set(report.unequal.values()) == {()}
    assert (report.excess, report.lost, report.repeating) == ({}, {}, 0)
    assert list(report.failed) == ["2"]
