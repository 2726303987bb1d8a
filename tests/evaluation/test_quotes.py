"""Quotes are found as the labels say, and their speakers counted as right where the label names them."""

import json

import pytest
from click.testing import CliRunner

from morgue.cli import main
from morgue.evaluation import CorpusError, evaluate_quotes
from morgue.evaluation.quotes_truth import gold_quotes

TEXT = (
    "“The sluice will stay shut for weeks,” the ministry said. The council called it “a danger”.\n\n"
    "The water board said that nobody was at risk. Its “swan” is a boat."
)


def span(words, text=TEXT):
    start = text.index(words)
    return [start, start + len(words)]


def attribution(content, source):
    return {"content": [span(content)], "cue": [], "source": [span(source)]}


LABELS = [
    attribution("“The sluice will stay shut for weeks,”", "the ministry"),
    attribution("“a danger”", "The council"),
    attribution("that nobody was at risk", "The water board"),
]


def corpus(tmp_path, labels, text=TEXT):
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "attributions": labels}) + "\n", encoding="utf-8")
    return path


def test_runs_between_marks_are_gold_where_somebody_says_them():
    """The boat's name is nobody's; what is said without marks is indirect."""
    found = [(gold.kind, len(gold.words)) for gold in gold_quotes(TEXT, LABELS)]
    assert found == [("direct", 7), ("mixed", 2), ("indirect", 5)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"One two three" is four.', 3),
        ("''One two's three'' is four.", 4),
        ("‘One two’s three’ is four.", 4),
        ("'One two's three' is four.", 4),
        ("“One two three.\n\nFour.", 3),
    ],
)
def test_gold_runs_stand_in_every_mark(text, words):
    """An apostrophe closes nothing, and a quote that goes on over its paragraph ends there."""
    (gold,) = gold_quotes(text, [{"content": [[0, len(text)]], "source": []}])
    assert len(gold.words) == words


def test_a_speaker_is_right_where_the_label_names_them(tmp_path):
    """The same quotes with the wrong labels are found, and none is right."""
    right = evaluate_quotes(corpus(tmp_path, LABELS)).kinds["direct and mixed"]
    assert (right.labelled, right.found, right.attributed, right.given, right.right) == (2, 2, 2, 2, 2)
    assert (right.precision, right.recall, right.f1) == (1, 1, 1)
    wrong = [{**label, "source": [span("Its")]} for label in LABELS]
    score = evaluate_quotes(corpus(tmp_path, wrong)).kinds["direct and mixed"]
    assert (score.labelled, score.found, score.attributed, score.given, score.right) == (2, 2, 0, 2, 0)


def test_what_is_no_labelled_quote_counts_against_precision(tmp_path):
    score = evaluate_quotes(corpus(tmp_path, LABELS[:1])).kinds["direct and mixed"]
    assert (score.given, score.right, score.recall) == (2, 1, 1)


def test_the_command_says_it_to_people_and_to_programs(tmp_path):
    path = str(corpus(tmp_path, LABELS))
    table = CliRunner().invoke(main, ["evaluate", "quotes", path])
    assert table.exit_code == 0
    assert "direct and mixed" in table.output
    said = json.loads(CliRunner().invoke(main, ["evaluate", "quotes", path, "--json"]).output)
    assert said["kinds"]["direct"]["f1"] == 1
    assert said["rules"]["after"] == {"given": 1, "right": 1}


@pytest.mark.parametrize("content", ["", "no JSON", "[]", '{"id": "1"}'])
def test_a_file_of_another_form_is_told(tmp_path, content):
    path = tmp_path / "other.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"other\.jsonl"):
        evaluate_quotes(path)
    found = CliRunner().invoke(main, ["evaluate", "quotes", str(path)])
    assert (found.exit_code, "other.jsonl" in found.output) == (1, True)
