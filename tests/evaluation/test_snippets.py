"""A corpus of snippets is scored over all of them at once, and none of its pages is shown but those that failed."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from click.testing import CliRunner

from morgue.cli import main
from morgue.evaluation import as_json, evaluate_snippets, snippet_table

TEXT = "".join(f"Lock {n} was opened on day {n * 3}, the water board said in its note. " for n in range(9))
PAGE = f"<html><head><title>Locks</title></head><body><article><p>{TEXT}</p></article></body></html>"
PAGES = {
    "whole": (PAGE, ["Lock 1 was\n opened on day 3", "no such words"], ["Lock 2 was opened"]),
    "deep": ("<html><body>" + "<div>" * 250, ["Lock 3 was opened"], ["Lock 4 was opened"]),
}


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "html").mkdir()
    labels = []
    for name, (page, wanted, unwanted) in PAGES.items():
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page.encode()))
        labels.append(json.dumps({"id": name, "url": "", "with": wanted, "without": unwanted}))
    (tmp_path / "truth.jsonl").write_text("\n".join(labels) + "\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def report(corpus):
    with ThreadPoolExecutor(1) as executor:
        return evaluate_snippets(corpus, None, executor, "trafilatura")


def test_snippets_are_scored_over_all_pages(report):
    assert (report.pages, list(report.failed)) == (2, ["deep"])
    assert (report.precision, report.recall, report.leak) == pytest.approx((1 / 2, 1 / 3, 1 / 2))
    assert report.f1 == pytest.approx(2 / 5)
    assert (report.baseline.reader, report.baseline.pages) == ("trafilatura", 2)


@pytest.mark.parametrize("shown", [as_json, snippet_table])
def test_only_pages_that_failed_are_named(report, shown):
    assert "deep" in shown(report)
    assert "whole" not in shown(report)


def test_the_command_tells_a_corpus_of_snippets_by_its_file(corpus):
    arguments = ["evaluate", "extraction", str(corpus), "--limit", "1", "--json"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["pages"] == 1
