"""The rooms are as good on labelled data as they have been: floors that may only rise."""

import pytest
import yaml

from morgue.evaluation import (
    evaluate_actors,
    evaluate_cleaning,
    evaluate_extraction,
    evaluate_quotes,
    evaluate_snippets,
    find_corpus,
)
from morgue.pipeline import Workers

pytestmark = pytest.mark.long


def corpus_of(name, root):
    found = find_corpus(name, root)
    if found is None:
        pytest.skip("no labelled data: MORGUE_CORPORA is not set and the default is not there")
    return found


@pytest.fixture(scope="module")
def corpus(root):
    return corpus_of("wcxb-articles", root)


@pytest.fixture(scope="module")
def floors(root):
    return yaml.safe_load((root / "tests" / "floors.yml").read_text(encoding="utf-8"))


def test_extraction_keeps_its_floors(corpus, floors):
    with Workers() as executor:
        report = evaluate_extraction(corpus, 100, executor)
    scores = {
        **{name: getattr(report, name) for name in ("published", "f1", "precision", "recall", "exact", "had", "leak")},
        "removal_precision": report.removals.precision,
        "removal_recall": report.removals.recall,
        **{name: field.right for name, field in report.fields.items()},
        "byline_invented": report.fields["byline"].invented,
    }
    assert_kept(scores, floors["extraction"])


def test_snippets_keep_their_floors(floors, root):
    with Workers() as executor:
        report = evaluate_snippets(corpus_of("snippet-pages", root), 200, executor)
    scores = {name: getattr(report, name) for name in ("f1", "precision", "recall", "leak")}
    assert_kept(scores, floors["snippets"])
    assert not report.failed


def assert_kept(scores, floors):
    """Compare scores with what they must be at the least, and at the most."""
    assert {**floors["least"], **floors.get("most", {})}.keys() == scores.keys()
    below = {name: scores[name] for name, least in floors["least"].items() if scores[name] < least}
    above = {name: scores[name] for name, most in floors.get("most", {}).items() if scores[name] > most}
    assert (below, above) == ({}, {})


def test_cleaning_keeps_its_floors(corpus, floors):
    with Workers() as executor:
        report = evaluate_cleaning(corpus, 16, executor)
    unequal = sum(len(pages) for pages in report.unequal.values())
    assert 1 - unequal / sum(report.taken.values()) >= floors["cleaning"]["equal"]
    assert len(report.excess) <= floors["cleaning"]["excess"]
    assert not report.lost_repeating
    assert not report.failed


def test_quotes_keep_their_floors(floors, root):
    kinds = evaluate_quotes(corpus_of("polnear-quotes/dev.jsonl", root)).kinds
    both = kinds["direct and mixed"]
    scores = {
        "direct": kinds["direct"].f1,
        "direct_and_mixed": both.f1,
        "plain": both.plain_precision,
        "plain_indirect": kinds["indirect"].plain_precision,
    }
    assert_kept(scores, floors["quotes"])


def found(report):
    """Return the scores of persons and organisations."""
    kinds = {kind: report.kinds[kind] for kind in ("person", "organisation")}
    return {
        **{kind: scored.f1 for kind, scored in kinds.items()},
        **{f"{kind}_precision": scored.precision for kind, scored in kinds.items()},
    }


def test_actors_keep_their_floors(floors, root):
    actors = corpus_of("news-actors", root)
    report, own = evaluate_actors(actors), evaluate_actors(actors, own=True)
    scores = {
        **found(report),
        "country": report.kinds["country"].f1,
        "grouping": report.grouping.f1,
        "own_person": own.kinds["person"].f1,
    }
    assert_kept(scores, floors["actors"])


def test_actors_of_other_texts_keep_their_floors(floors, root):
    assert_kept(found(evaluate_actors(corpus_of("ner", root))), floors["held_out"])
