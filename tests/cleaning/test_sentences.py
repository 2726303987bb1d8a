"""The sentences of a text have all of its words, each once and in order."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from morgue.cleaning.sentences import Sentences
from morgue.model import Block, Clipping


@given(st.text('ab.!?…。"” \n\t\u3042&;#1é\u0301Â\u00a0', max_size=60), st.sampled_from(["paragraph", "list", "code"]))
@example("3.5 tons. “Enough!” it said.\nSo it was…", "paragraph")
def test_sentences_share_out_the_words_of_their_text(text, kind):
    block = Block(kind, 0, len(text))
    sentences = Sentences(Clipping("o", "d", None, None, "", (), None, None, None, None, text, (block,)))
    bounds = [0, *(each.end for each in sentences.all)]
    assert all(each.start == before for each, before in zip(sentences.all, bounds, strict=False))
    assert bounds[-1] == len(sentences.words)
    assert all(one.last <= other.first for one, other in pairwise(sentences.all))
