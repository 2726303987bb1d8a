"""What a style hides inside running text, and what a page says of its own links."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load(Path(__file__).with_name("unseen.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_hidden_words_stand_nowhere_and_what_is_around_them_stays(case, extracted):
    sentence = f"The board of the harbour voted on Monday {case['html']} for the repair of the quay, its office said."
    clipping = extracted(f"<article>{{article}}<p>{sentence}</p>{{other}}</article>")
    assert ("Hidden words" in clipping.extracted) == case["seen"]
    assert "The board of the harbour voted on Monday" in clipping.extracted
    assert "for the repair of the quay, its office said." in clipping.extracted


def test_a_mark_knows_what_the_page_says_of_its_address(extracted):
    links = [("one", "sponsored"), ("two", "noopener nofollow"), ("three", "noopener"), ("one", ""), ("four", "UGC")]
    text = ", ".join(f'<a href="https://x.example/{to}" rel="{rel}">{to}</a>' for to, rel in links)
    clipping = extracted(
        f"<article>{{article}}<p>The board of the harbour named {text} on Monday.</p>{{other}}</article>"
    )
    found = [(mark.href[-3:], mark.rel) for block in clipping.blocks for mark in block.marks]
    assert found == [("one", ""), ("two", "nofollow"), ("ree", ""), ("one", ""), ("our", "ugc")]
