"""Texts whose words are labelled are put together as they were printed, and teach the tagger."""

import gzip
import io
import json
from types import SimpleNamespace

import numpy as np
import pytest

from morgue.evaluation.actors_training import _packed, train_actors
from morgue.evaluation.corpora import CorpusError
from morgue.evaluation.labelled_words import BY_HAND, HELD_OUT, SILVER, held_out_texts, is_held_out, labelled_pages

SENTENCES = [
    [
        ["``", "O"], ["Marie", "B-PER"], ["Curie", "I-PER"], ["'s", "O"], ["work", "O"], ["''", "O"], [",", "O"],
        ["said", "O"], ["the", "O"], ["U.S.", "B-LOC"], ["Senate", "B-ORG"], ["-LRB-", "O"], ["1921", "O"],
        ["-RRB-", "O"], [".", "O"],
    ],
    [["She", "O"], ["thanked", "O"], ["it", "O"], [".", "O"]],
]  # fmt: skip


@pytest.fixture
def corpus(tmp_path):
    for name in (*SILVER, *BY_HAND, HELD_OUT):
        lines = [json.dumps({"id": f"{name} {number}", "sentences": SENTENCES}) for number in range(12)]
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    return tmp_path


def test_tokens_become_a_text_and_labels_go_with_its_words(corpus):
    page = next(labelled_pages(corpus, SILVER))
    assert page.page.text == "“Marie Curie's work”, said the U.S. Senate (1921).\nShe thanked it.\n"
    named = [(word, label) for word, label in zip(page.page.words.texts, page.labels, strict=True) if label != "O"]
    assert named == [("Marie", "B-PER"), ("Curie", "I-PER"), ("U", "B-LOC"), ("S", "I-LOC"), ("Senate", "B-ORG")]


def test_what_is_held_out_is_for_scoring_alone(corpus):
    pages = list(labelled_pages(corpus, (*SILVER, *BY_HAND)))
    held = [page.id for page in pages if is_held_out(page)]
    assert 0 < len(held) < len(pages)
    texts = held_out_texts(corpus)
    assert [text.id for text in texts] == [*held, *(f"{HELD_OUT} {number}" for number in range(12))]
    assert [(label.name, label.kind) for label in texts[0].labels] == [
        ("Marie Curie", "person"),
        ("U.S", "place"),
        ("Senate", "organisation"),
    ]


def test_weights_are_whole_numbers_in_order():
    info = SimpleNamespace(
        state_features={("w=b", "B-PER"): 1.5, ("w=a", "O"): -0.25, ("w=c", "O"): 0.0001},
        transitions={("B-PER", "I-PER"): 2.0},
    )
    with np.load(io.BytesIO(_packed(info))) as read:
        assert bytes(read["features"]).decode() == "w=a\nw=b"
        assert read["weights"].tolist() == [[-256, *[0] * 8], [0, 1536, *[0] * 7]]
        assert read["steps"][1][2] == 2048


def test_the_same_texts_give_the_same_bytes(corpus):
    pytest.importorskip("pycrfsuite", reason="python-crfsuite is an extra")
    assert train_actors(corpus) == train_actors(corpus)


def test_a_missing_file_is_told_by_name(tmp_path):
    with pytest.raises(CorpusError, match=r"news-silver\.jsonl\.gz"):
        list(labelled_pages(tmp_path, SILVER))
