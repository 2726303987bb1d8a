"""An extractor's choice is corrected: what stands among the chosen comes back, what stands beside is marked."""

from pathlib import Path

import numpy as np
import pytest
import yaml

from morgue.cleaning import clean
from morgue.extraction.correction import INPUTS, MODEL
from morgue.extraction.correction.inputs import Inputs
from morgue.extraction.correction.passages import passages_of
from morgue.extraction.correction.trees import Model, the_model
from morgue.extraction.page import Page
from morgue.extraction.parse import parse

CASES = yaml.safe_load(Path(__file__).with_name("correction.yml").read_text("utf-8"))


@pytest.fixture
def read():
    def run(body):
        page = Page(parse(f"<html><body>{body}</body></html>".encode()))
        return page, passages_of(page)

    return run


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_choice_is_corrected(case, extracted):
    clipping = extracted(case["html"])
    text = clean(clipping, {}).text(clipping.extracted)
    places = [text.find(words) for words in case.get("there", ())]
    assert -1 not in places
    assert places == sorted(places)
    for words in case.get("gone", ()):
        assert words not in text


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One <b>two</b> three</p><p>Four</p>", ["One two three", "Four"]),
        ("<div>One<br>two <i>three</i><p>Four</p>five</div>", ["One", "two three", "Four", "five"]),
        ("<ul><li>One<ul><li>two</li></ul></li></ul>", ["One", "two"]),
        ("<p>One</p><script>two</script><p>&nbsp;</p>", ["One"]),
        ("<p>One<p>二つ 三</p>", ["One", "二つ 三"]),
    ],
)
def test_a_page_consists_of_passages(body, texts, read):
    page, passages = read(body)
    assert [passage.text for passage in passages] == texts
    position = 0
    for passage in passages:
        assert position <= passage.start < passage.end <= len(page.words)
        position = passage.end


def test_what_was_taken_out_is_no_passage(read):
    page, _ = read("<div><p>One</p><section><p>Two</p></section><p>Three</p></div>")
    page.forget([next(at for at, node in enumerate(page.nodes) if node.element.tag == "section")])
    assert [passage.text for passage in passages_of(page)] == ["One", "Three"]


def test_every_passage_has_the_same_figures_wherever_one_begins_to_look(read):
    page, passages = read("<main><h2>One</h2><p>Two three four.</p><ul><li><a>Five</a></li></ul><p>Six</p></main>" * 9)
    chosen = bytearray(len(page.words))
    chosen[3:40] = b"\1" * 37
    inputs = Inputs(page, passages, chosen)
    rows = inputs.rows(0, len(passages))
    assert rows.shape == (len(passages), len(INPUTS))
    assert inputs.rows(5, 20).tolist() == rows[5:20].tolist()


def test_a_tree_adds_to_the_odds():
    model = Model(("words",), [[0, 10.0, -20.0, [0, 30.0, 20.0, 0.0]]])
    chances = model.chances(np.array([[10.0], [10.5], [30.5]]), [True, False, False])
    assert chances == pytest.approx([0, 1, 0.5], abs=1e-6)


def test_the_model_fits_the_figures_and_is_small():
    assert the_model().names == INPUTS
    assert MODEL.stat().st_size < 500_000


def test_where_the_first_trees_are_sure_an_extractor_s_choice_stands():
    model = Model(("words",), (2.0, *[0.0] * 29, -4.0))
    chosen, passed_by = model.chances(np.array([[1.0], [1.0]]), [True, False])
    assert chosen > 0.5 > passed_by
