"""The rooms are as good on labelled data as they have been: floors that may only rise."""

import pytest
import yaml

from morgue.evaluation import evaluate_cleaning, evaluate_extraction, find_corpus
from morgue.pipeline import processes


@pytest.fixture(scope="module")
def corpus(root):
    found = find_corpus("wcxb-articles", root)
    if found is None:
        pytest.skip("no labelled data: MORGUE_CORPORA is not set and the default is not there")
    return found


def test_extraction_keeps_its_floors(corpus, root):
    floors = yaml.safe_load((root / "tests" / "floors.yml").read_text(encoding="utf-8"))["extraction"]
    with processes(0) as executor:
        report = evaluate_extraction(corpus, 100, executor)
    assert report.published >= floors["published"]
    assert report.f1 >= floors["f1"]
    assert report.exact >= floors["exact"]
    assert report.leak <= floors["leak"]


def test_cleaning_keeps_its_floors(corpus, root):
    floors = yaml.safe_load((root / "tests" / "floors.yml").read_text(encoding="utf-8"))["cleaning"]
    with processes(0) as executor:
        report = evaluate_cleaning(corpus, 16, executor)
    unequal = sum(len(pages) for pages in report.unequal.values())
    assert 1 - unequal / sum(report.taken.values()) >= floors["equal"]
    assert len(report.excess) <= floors["excess"]
    assert not report.lost_repeating
    assert not report.failed
