"""What inspect tells of quotes: how sure the speaker is, and where it was read."""

import json

import pytest

from morgue.inspection import json_line, pretty_page
from morgue.model import Clipping, Quote, Record

TEXT = "“The lock is safe,” the board said."


def record(**said):
    quote = {"speaker": "the board", "cue": "said", "rule": "after", "confidence": 0.9, "read_from": (20, 29), **said}
    clipping = Clipping(
        origin="captures/lock.html",
        digest="0" * 64,
        url=None,
        captured=None,
        title="Lock",
        byline=(),
        source=None,
        published=None,
        updated=None,
        language="en",
        extracted=TEXT,
        blocks=(),
    )
    return Record(clipping, text=TEXT, quotes=(Quote(1, 17, quote.pop("kind", "direct"), actor=None, **quote),))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "the board: “The lock is safe”"),
        ({"confidence": 0.6}, "probably the board: “The lock is safe”"),
        ({"kind": "indirect"}, "the board: (reported) The lock is safe"),
        ({"speaker": None, "read_from": None, "confidence": 0.5}, "unknown speaker: “The lock is safe”"),
    ],
)
def test_a_speaker_is_told_as_sure_as_it_is(said, told):
    assert f"  {told}\n" in f"{pretty_page(record(**said))}\n"


def test_a_program_is_told_the_confidence_and_where_the_speaker_was_read():
    (quote,) = json.loads(json_line(record()))["quotes"]
    assert quote["confidence"] == 0.9
    assert TEXT[slice(*quote["read_from"])] == quote["speaker"]
    (quote,) = json.loads(json_line(record(speaker=None, read_from=None)))["quotes"]
    assert quote["read_from"] is None
