"""Actors are scored by names, texts and kinds, and by whether the mentions of one person are one actor's."""

import json

import pytest
from click.testing import CliRunner

from morgue.cli import main
from morgue.evaluation import CorpusError, evaluate_actors
from morgue.evaluation.actors import Detection
from morgue.evaluation.bcubed import b_cubed
from morgue.evaluation.labelled_actors import labelled_texts
from morgue.evaluation.own_names import own_authority

TEXT = (
    "President Aristide Briand met Gustav Stresemann in Paris. Briand said: he came from Poland. Stresemann agreed "
    "with Foreign Minister Austen Chamberlain.\n\nPresident Raymond Poincaré stood outside."
)
NAMED = [
    ("Aristide Briand", "person", "Q1", "Aristide Briand"),
    ("Gustav Stresemann", "person", "Q2", "Gustav Stresemann"),
    ("Briand said", "person", "Q1", "Aristide Briand"),
    ("he", "person", "Q1", "Aristide Briand"),
    ("Paris", "place", "Q3", "Paris"),
    ("Poland", "place", "Q4", "Poland"),
    ("Austen Chamberlain", "other", None, "Unknown"),
    ("Raymond Poincaré", "person", "Q5", "Raymond Poincaré"),
]


@pytest.fixture
def corpus(tmp_path):
    mentions = []
    for spelled, kind, wikidata, name in NAMED:
        start = TEXT.index(spelled)
        end = start + len(spelled.removesuffix(" said"))
        mentions.append({"start": start, "end": end, "kind": kind, "wikidata": wikidata, "name": name})
    line = {"id": "one", "text": TEXT, "evaluate": [0, TEXT.index("\n\n")], "mentions": mentions}
    path = tmp_path / "texts.jsonl"
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


def test_only_names_in_the_labelled_part_are_wanted(corpus):
    (text,) = labelled_texts(corpus)
    wanted = {
        kind: [text.text[label.start : label.end] for label in text.names(kind)] for kind in ("person", "country")
    }
    assert wanted == {"person": ["Aristide Briand", "Gustav Stresemann", "Briand"], "country": ["Poland"]}


def test_names_are_scored_by_text_and_kind(corpus):
    report = evaluate_actors(corpus)
    persons = report.kinds["person"]
    assert (persons.right, persons.wrong, persons.missed) == (3, (("one", "Stresemann"),), ())
    assert report.grouping.members == 3
    assert report.grouping.f1 == 1


def test_authority_files_can_be_made_from_the_corpus_itself(corpus):
    actors = own_authority(labelled_texts(corpus)).actors
    filed = (actor for actor in actors.values() if actor.wikidata)
    assert {actor.id: [alias.name for _, alias in actor.names] for actor in filed} == {
        "q1": ["Aristide Briand", "Briand"],
        "q2": ["Gustav Stresemann"],
    }


def test_precision_and_recall_of_names():
    found = Detection(3, (("one", "Rain"),), (("one", "Poland"), ("two", "France")))
    assert (found.precision, found.recall, found.f1) == pytest.approx((3 / 4, 3 / 5, 2 / 3))


@pytest.mark.parametrize(
    ("pairs", "precision", "recall"),
    [
        ([("a", "x"), ("a", "x"), ("b", "y")], 1, 1),
        ([("a", "x"), ("a", "y")], 1 / 2, 1),
        ([("a", "x"), ("b", "x")], 1, 1 / 2),
        (
            [("a", "x"), ("a", "x"), ("a", "y"), ("b", "y")],
            (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4,
            (1 + 1 + 1 / 2 + 1 / 2) / 4,
        ),
        ([], 0, 0),
    ],
)
def test_b_cubed_is_the_mean_over_members(pairs, precision, recall):
    scored = b_cubed(pairs)
    assert (scored.precision, scored.recall, scored.members) == pytest.approx((precision, recall, len(pairs)))


@pytest.mark.parametrize("option", [[], ["--authority", "own"]])
def test_the_command_prints_a_table_or_json(corpus, option):
    table = CliRunner().invoke(main, ["evaluate", "actors", str(corpus), *option], catch_exceptions=False)
    assert "person" in table.stdout
    result = CliRunner().invoke(main, ["evaluate", "actors", str(corpus), "--json", *option], catch_exceptions=False)
    shown = json.loads(result.stdout)
    assert shown["texts"] == 1
    assert set(shown["kinds"]) == {"person", "organisation", "country"}
    assert shown["grouping"]["mentions"] == 3


@pytest.mark.parametrize("content", ["", "no json", '{"id": "one"}', "[]"])
def test_a_file_without_labels_is_told_by_name(tmp_path, content):
    path = tmp_path / "texts.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"texts\.jsonl"):
        evaluate_actors(path)
