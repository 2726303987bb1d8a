"""Quotation marks in pairs: what must hold of every text, however its marks stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.indexing.page import Page, fold
from morgue.indexing.quotes.marks import pairs_in
from morgue.indexing.quotes.quoted import quoted

SIGNS = "“”„«»‹›‚‘’\"'`「」『』"
AROUND = ["''", "'''", "``", " ", "a", "is ", "s ", "6'2\"", "'90s", ", ", ". ", "\n\n"]
MARKS = st.sampled_from([*SIGNS, *AROUND])
TEXTS = st.lists(MARKS, max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "sv", "ja", ""])


@given(text=TEXTS, language=LANGUAGES)
def test_pairs_nest(text, language):
    """Of two pairs one lies in the other, or they stand apart; the inside of each lies between its marks."""
    pairs, unclosed = pairs_in(text, 0, len(text), language)
    for opening, closing in pairs:
        assert text[opening.start : opening.end] == opening.sign
        assert text[closing.start : closing.end] == closing.sign
        assert opening.end <= closing.start
    spans = sorted((opening.start, -closing.end) for opening, closing in pairs)
    open_until = []
    for start, end in spans:
        open_until = [until for until in open_until if until > start]
        assert all(-end <= until for until in open_until)
        open_until.append(-end)
    assert unclosed is None or unclosed not in [opening for opening, _ in pairs]


@given(text=TEXTS, language=LANGUAGES)
def test_runs_stand_apart_and_hold_something(text, language):
    runs = quoted(Page(fold(text), language), text)
    assert all(run.open <= run.start < run.end <= run.close for run in runs)
    assert all(first.close <= second.open for first, second in pairwise(runs))
    assert all(text[run.start : run.end].strip() == text[run.start : run.end] for run in runs)


@pytest.mark.parametrize("words", ["the bridge", "l'eau", "it's the carters' bridge, isn't it", "6'2\" and 5'11\""])
@pytest.mark.parametrize(
    ("marks", "language"),
    [
        ("“{}”", "en"),
        ("„{}“", "de"),
        ("„{}”", "pl"),
        ("»{}«", "de"),
        ("«{}»", "fr"),
        ("« {} »", "fr"),
        ("”{}”", "sv"),
        ("「{}」", "ja"),
        ("『{}』", "ja"),
        ("''{}''", "en"),
        ("``{}''", "en"),
    ],
)
def test_every_mark_holds_every_word(marks, language, words):
    """Apostrophes and feet and inches inside are part of what is said."""
    text = f"So {marks.format(words)} so."
    (run,) = quoted(Page(fold(text), language), text)
    assert text[run.start : run.end] == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("省は「橋はしばらく閉鎖される」と述べた。", "ja"),
        ("省は「橋はしばらく『閉鎖』される」と述べた。", "ja"),
        ("部门说：“这座桥将暂时关闭一个月。”人们很惊讶。", "zh"),
        ("部门说“这座桥将暂时关闭一个月”。", "zh"),
    ],
)
def test_marks_need_no_space_where_words_have_none(index, text, language):
    """Japanese and Chinese quotes are found, and are direct by their length."""
    (quote,) = index(text, language).quotes
    assert quote.kind == "direct"
    assert text[quote.start - 1] in "「“"
    assert text[quote.end] in "」”"
