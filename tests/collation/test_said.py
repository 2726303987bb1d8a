"""One sentence quoted in several stories is one quote with several sources."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from morgue.collation import said_once
from morgue.model import Clipping, Quote, Record

CASES = yaml.safe_load((Path(__file__).parent / "said.yml").read_text("utf-8"))


def record(words, published=None, actor="abraham-lincoln", kind="direct", confidence=0.9):
    clipping = Clipping(
        origin="captures/page.html",
        digest="",
        url=None,
        captured=None,
        title="",
        byline=(),
        source=None,
        published=published,
        updated=None,
        language="en",
        extracted=words,
        blocks=(),
    )
    quote = Quote(0, len(words), kind, "Lincoln", actor, "said", "after", confidence)
    return Record(clipping, text=words, quotes=(quote,))


def sources(sentences):
    return [[source.address for source in sentence.sources] for sentence in sentences]


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_sentences(case):
    records = {name: record(words, date and str(date)) for name, (date, words) in case["said"].items()}
    said = said_once(records)
    assert sources(said["abraham-lincoln"]) == case["sentences"]
    assert said == said_once(dict(reversed(records.items())))


def test_a_sentence_says_where_it_stands_and_how_sure_its_speaker_is():
    """One source that names the speaker plainly is enough."""
    words = "Four score and seven years ago our fathers brought forth a new nation"
    (sentence,) = said_once({"a": record(words, "2020", confidence=0.5), "b": record(words, "2021")})["abraham-lincoln"]
    assert (sentence.text, sentence.date, sentence.certain) == (words, "2020", True)
    assert [(source.address, source.number) for source in sentence.sources] == [("a", 1), ("b", 1)]


def test_what_others_say_and_what_is_reported_is_apart():
    """Two actors with the same words have said two things; reported speech does not join with words between marks."""
    words = "Four score and seven years ago our fathers brought forth a new nation"
    said = said_once(
        {"a": record(words), "b": record(words, actor="edward-everett"), "c": record(words, kind="indirect")}
    )
    assert {actor: sources(sentences) for actor, sentences in said.items()} == {
        "abraham-lincoln": [["a"], ["c"]],
        "edward-everett": [["b"]],
    }
    assert said_once({"a": record(words, actor=None)}) == {}


@given(st.lists(st.lists(st.sampled_from(["we", "the", "people", "here", "work"]), max_size=9), max_size=8))
def test_every_quote_is_in_one_sentence(words):
    """Whatever is said, no source is lost and none stands twice."""
    records = {str(at): record(" ".join(each)) for at, each in enumerate(words)}
    said = said_once(records).get("abraham-lincoln", ())
    assert sorted(address for each in sources(said) for address in each) == sorted(records)
