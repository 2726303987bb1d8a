"""Results as bytes."""

import json

import brotli
import pytest

from morgue.model import TopicMatch
from morgue.pipeline.packing import Found, Kept, pack, unpack


def test_a_lone_surrogate_comes_back_as_it_went():
    found = Found((), (), (TopicMatch("harbour", "Harbour \ud800", 1.0, ((0, 7),)),))
    assert unpack(Found, pack(found)) == found


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"outlets": "", "cleaned": 7}', '{"cleaned": {"clipping": {"blocks": [7]}}}', "[" * 99999],
)
def test_what_is_no_result_is_a_value_error(text):
    for data in (brotli.compress(text.encode()), text.encode(), brotli.compress(json.dumps(text).encode())):
        with pytest.raises(ValueError, match=r"."):
            unpack(Kept, data)
