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


def test_a_lone_surrogate_comes_back_as_it_went():
    found = Found((), (), (TopicMatch("harbour", "Harbour \ud800", 1.0, ((0, 7),)),))
    assert unpack(Found, pack(found)) == found


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"outlets": "", "cleaned": 7}', '{"cleaned": {"clipping": {"blocks": [7]}}}', "[" * 99999],
)
def test_what_is_no_result_is_a_value_error(text):
    for data in (zstd.compress(text.encode()), text.encode(), zstd.compress(json.dumps(text).encode())):
        with pytest.raises(ValueError, match=r"."):
            unpack(Kept, data)


@given(st.lists(st.tuples(TEXTS, PATHS, st.booleans()), max_size=6), TEXTS)
def test_a_clipping_comes_back_as_it_went(parts, behind):
    blocks, start = [], 0
    for text, path, linked in parts:
        marks = (Mark(start, start + len(text), "a", "https://coast.example/"),) if linked else ()
        blocks.append(Block("paragraph", start, start + len(text), path, marks=marks))
        start += len(text) + len(SEPARATOR)
    for extracted in (SEPARATOR.join(text for text, *_ in parts), "".join(text for text, *_ in parts) + behind):
        clipping = Clipping("o", "d", None, None, "t", (), None, None, None, None, extracted, tuple(blocks))
        kept = Kept("", Cleaned(clipping, Mask(), ()))
        assert unpack(Kept, pack(kept)) == kept


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
