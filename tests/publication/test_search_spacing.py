import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from morgue.publication.search.spacing import spaced

PAGE = '<!doctype html><html lang="en"><body><nav>索引</nav><article data-pagefind-body>{}</article></body></html>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Talks go on — Переговоры, المحادثات, 회담은</p>", "<p>Talks go on — Переговоры, المحادثات, 회담은</p>"),
        ("<p>安全保障</p>", "<p>安 全 保 障</p>"),
        ("<p>日本はNATO加盟国ではない。</p>", "<p>日 本 は NATO 加 盟 国 で は な い。</p>"),
        ("<p>人々 2025年8月</p>", "<p>人 々 2025 年 8 月</p>"),
        ("<h1>安全 <em>保障</em>会議</h1>", "<h1>安 全 <em>保 障</em>会 議</h1>"),
        (
            '<a data-pagefind-filter="topic"><b>安全</b>保障</a>会議',
            '<a data-pagefind-filter="topic"><b>安全</b>保障</a>会 議',
        ),
        ('<p title="安全">A &amp; B 安全</p>', '<p title="安全">A &amp; B 安 全</p>'),
    ],
)
def test_each_character_is_a_word(body, expected):
    """Chinese and Japanese text is parted into characters; other scripts, attributes and filters stay as they are."""
    assert f"<article data-pagefind-body>{expected}</article>" in re.sub('=""', "", spaced(PAGE.format(body)))


def test_what_is_not_searched_stays():
    """Only what is indexed is changed."""
    assert "<nav>索引</nav>" in spaced(PAGE.format("<p>安全</p>"))


@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("安全はN1 <&\x00\x0b"))))
def test_only_spaces_are_added(text):
    """Whatever a text holds, it comes out with the same words, but for characters that are no text."""

    def printable(page):
        words = "".join(html.document_fromstring(page).xpath("//article//text()"))
        return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+", "", words)

    page = PAGE.format(escape(text))
    assert printable(spaced(page)) == printable(page)
