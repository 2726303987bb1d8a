"""Results as bytes."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import SEPARATOR, Block, Clipping, Mark, Mask, Mention, NamedActor, Quote, TopicMatch
from morgue.pipeline import Cleaned
from morgue.pipeline.packing import Found, Kept, pack, unpack
from morgue.zstandard import zstd

PATHS = st.sampled_from(["", "line 3", "/", "/html/body/p[1]", "/html/body/p[2]", "/html/body", "/html/body/ul/li[2]"])
TEXTS = st.text(st.sampled_from("a b\n."), max_size=8)


@pytest.mark.parametrize("dictionary", [b"", None])
@pytest.mark.parametrize("text", ["Harbour", "Harbour \ud800"])
def test_a_lone_surrogate_comes_back_as_it_went(text, dictionary):
    found = Found((), (), (TopicMatch("harbour", text, 1.0, ((0, 7),)),))
    assert unpack(Found, pack(found, dictionary)) == found
    kept = _kept(f"{text}\n\nQuay", (Block("paragraph", 0, len(text)), Block("list", len(text) + 2, len(text) + 6)))
    assert unpack(Kept, pack(kept, dictionary)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "[[], {}]",
        '[[], {"outlets": "", "cleaned": 7}]',
        '[[], {"outlets": "", "cleaned": null, "more": ' + "[" * 99999,
        '[[], {"outlets": "", "cleaned": null, "failure": "\\ud800"',
        "[" * 99999,
    ],
)
def test_what_is_no_result_is_a_value_error(text):
    for data in (zstd.compress(text.encode()), text.encode(), zstd.compress(json.dumps(text).encode())):
        with pytest.raises(ValueError, match=r"."):
            unpack(Kept, data)


def test_texts_that_are_not_those_of_the_blocks_are_a_value_error():
    packed = pack(_kept("Quay", (Block("paragraph", 0, 4),)))
    assert b'[["Quay"],' in zstd.decompress(packed)
    for texts in (b'["Quay","Lock"]', b"[7]"):
        with pytest.raises(ValueError, match=r"."):
            unpack(Kept, zstd.compress(zstd.decompress(packed).replace(b'["Quay"]', texts)))


@given(st.lists(st.tuples(TEXTS, PATHS, st.integers(0, 3)), max_size=6), TEXTS)
def test_a_clipping_comes_back_as_it_went(parts, behind):
    blocks, start = [], 0
    for text, path, links in parts:
        end = start + len(text)
        marks = tuple(Mark(start + number % 2, end, "a", "https://coast.example/") for number in range(links))
        blocks.append(Block("paragraph", start, end, path, marks=marks))
        start += len(text) + len(SEPARATOR)
    for extracted in (SEPARATOR.join(text for text, *_ in parts), "".join(text for text, *_ in parts) + behind):
        kept = _kept(extracted, tuple(blocks))
        assert unpack(Kept, pack(kept)) == kept


def _kept(extracted, blocks):
    clipping = Clipping("o", "d", None, None, "t", (), None, None, None, None, extracted, blocks)
    return Kept("", Cleaned(clipping, Mask(), ()))


def test_mentions_and_quotes_come_back_as_they_went():
    mentions = (Mention("ministry", 40, 48, "rule", 1.0), Mention("another", 7, 9, "rule", 0.5))
    quotes = tuple(
        Quote(at, at + 5, "direct", "it", None, None, "after", 0.9, read) for at, read in ((60, (40, 48)), (9, None))
    )
    found = Found((NamedActor("ministry", "Ministry", "organisation", known=False, mentions=mentions),), quotes, ())
    assert unpack(Found, pack(found)) == found


def test_parts_that_a_library_made_come_back_as_plain_ones():
    class Styled(str):
        __slots__ = ()

    found = Found((), (), (TopicMatch("harbour", Styled("Harbour"), np.float64(0.5), ()),))
    topic = unpack(Found, pack(found)).topics[0]
    assert (topic.label, topic.score) == ("Harbour", 0.5)
    assert (type(topic.label), type(topic.score)) == (str, float)
