"""Labelled pages teach the model by which an extractor's choice is corrected."""

import json

import pytest

from morgue.evaluation.training import in_order, model_text


@pytest.mark.parametrize(
    ("page", "truth", "runs"),
    [
        ("menu the council met share on monday", "the council met on monday", "0 3 3 3 0 2 2"),
        ("a b c a b c d", "a b c d", "3 3 3 0 0 0 1"),
        ("one two", "", "0 0"),
        ("share", "one two", "0"),
        ("b a", "a b", "0 1"),
    ],
)
def test_the_words_of_a_page_are_found_in_the_truth_in_order(page, truth, runs):
    assert in_order(page.split(), truth.split()) == list(map(int, runs.split()))


def test_a_tree_is_written_as_lists():
    tree = {
        "split_feature": 1,
        "threshold": 3.5000000000000004,
        "left_child": {"leaf_value": -1.0},
        "right_child": {
            "split_feature": 0,
            "threshold": 1e-35,
            "left_child": {"leaf_value": 0.25},
            "right_child": {"leaf_value": 2},
        },
    }
    read = json.loads(model_text([tree], ("words", "links")))
    assert read == {"names": ["words", "links"], "trees": [[1, 3.5, -1.0, [0, 1e-35, 0.25, 2]]]}
