"""Scores are what their definitions say."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from morgue.evaluation import as_json, extraction_table
from morgue.evaluation.corpora import CorpusError, find_corpus
from morgue.evaluation.extraction import FieldScore, evaluate_extraction
from morgue.evaluation.word_f1 import overlap

TEXT = "".join(
    f"The council approved the repair of bridge {n}, the harbour office said in note {n * 7}. " for n in range(6)
)
BODY = f"<article><p>{TEXT}</p><p>Sign up for news.</p></article>"
PAGE = f"<html><head><title>Bridge</title></head><body>{BODY}</body></html>"


@pytest.mark.parametrize(
    ("found", "truth", "score"),
    [("", "", 1.0), ("a", "", 0.0), ("", "a", 0.0), ("The Cat", "cat the", 1.0), ("a a b", "a b c", 2 / 3)],
)
def test_word_f1_counts_words_wherever_they_stand(found, truth, score):
    assert overlap(found, truth).f1 == pytest.approx(score)


def write(corpus, name, page, **truth):
    for folder in ("html", "truth"):
        (corpus / folder).mkdir(exist_ok=True)
    (corpus / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
    (corpus / "truth" / f"{name}.json").write_text(json.dumps({"ground_truth": truth}))


@pytest.fixture
def corpus(tmp_path):
    write(tmp_path, "1", PAGE, main_content=f"{TEXT} Sign up for news.", title="Bridge", author="City desk", without=[])
    write(tmp_path, "2", PAGE, main_content=TEXT, title="Ferry", without=["sign up  for", "no such words"])
    write(tmp_path, "3", "<html><body></body></html>", main_content="Lost words.", title=None)
    write(tmp_path, "4", "<html><body>" + "<div>" * 250, main_content="More.", title=None)
    return tmp_path


def test_a_report_gives_scores_failures_and_refusals_by_reason_and_the_worst_pages(corpus):
    with ThreadPoolExecutor(2) as executor:
        report = evaluate_extraction(corpus, None, executor)
    assert (report.pages, report.published, report.exact) == (4, 2, 0.25)
    assert report.f1 == pytest.approx((1 + overlap(f"{TEXT} Sign up for news.", TEXT).f1) / 4)
    assert report.leak == 0.5
    assert report.fields["title"] == FieldScore(labelled=2, right=0.5, missing=0, unlabelled=1, invented=0)
    assert report.fields["byline"] == FieldScore(labelled=1, right=0, missing=1, unlabelled=2, invented=0)
    assert (report.removals.keep, report.removals.remove, report.removals.recall) == (3, 1, 0)
    assert report.refused == {"the capture holds no text": 1}
    assert list(report.failed.values()) == [1]
    kinds = [(score.id, score.kind) for score in report.worst]
    assert kinds == [("3", "nothing extracted"), ("4", "failed"), ("2", "too much"), ("1", "")]


def test_a_baseline_is_scored_on_the_same_pages(corpus):
    with ThreadPoolExecutor(1) as executor:
        report = evaluate_extraction(corpus, None, executor, "trafilatura")
    assert (report.baseline.reader, report.baseline.pages) == ("trafilatura", 4)
    assert [score.id for score in report.scores] == [score.id for score in report.baseline.scores]
    assert report.baseline.text_seconds > 0
    assert report.fallen == ()
    assert " worst  3 0.00 nothing extracted" in extraction_table(report)
    shown = json.loads(as_json(report))
    assert shown["worst"] == ["3", "4", "2", "1"]
    assert shown["scores"]["2"]["left"] == ["Sign up for news."]
    assert shown["baseline"]["scores"]["2"]["fields"]["title"] == {"found": "Bridge", "wanted": "Ferry", "right": False}


def test_a_limit_takes_pages_from_the_whole_corpus(corpus):
    with ThreadPoolExecutor(1) as executor:
        report = evaluate_extraction(corpus, 2, executor)
    assert [score.id for score in report.worst] == ["3", "1"]


def test_a_folder_without_labels_is_no_corpus(tmp_path):
    with ThreadPoolExecutor(1) as executor, pytest.raises(CorpusError, match="no labels"):
        evaluate_extraction(tmp_path, None, executor)


def test_a_missing_corpus_is_an_error_only_when_it_was_asked_for(tmp_path):
    (tmp_path / "archive").mkdir()
    assert find_corpus("seed", tmp_path / "archive", {}) is None
    (tmp_path / "shared" / "corpora" / "seed").mkdir(parents=True)
    assert find_corpus("seed", tmp_path / "archive", {}) == tmp_path / "archive" / "../shared/corpora/seed"
    asked = {"MORGUE_CORPORA": str(tmp_path / "shared" / "corpora")}
    assert find_corpus("seed", tmp_path, asked) == tmp_path / "shared" / "corpora" / "seed"
    with pytest.raises(CorpusError, match="no corpus wanting"):
        find_corpus("wanting", tmp_path, asked)
