import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from morgue.authority.markdown import render_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *treaty* of **1949**.", "<p>A <em>treaty</em> of <strong>1949</strong>.</p>\n"),
        ("~~old~~", "<p><s>old</s></p>\n"),
        ("[record](https://archive.example/1)", '<p><a href="https://archive.example/1">record</a></p>\n'),
        ("https://archive.example/1", "<p>https://archive.example/1</p>\n"),
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("<vbscript:x>", "<p>&lt;vbscript:x&gt;</p>\n"),
    ],
)
def test_markdown_is_rendered(text, expected):
    """CommonMark with strikethrough; addresses alone stay text, and so do HTML and links that run code."""
    assert render_markdown(text) == expected


def test_tables_are_rendered():
    """A pipe table is a table."""
    assert "<th>Year</th>" in render_markdown("| Year | Act |\n|---|---|\n| 1949 | Treaty |\n")


@given(st.one_of(st.text(), st.text(alphabet="[]()<>!\"'`*_ \n:javscriptdt/&#;x0169onerr=")))
def test_no_body_runs_code(text):
    """Whatever is pasted into a body, no script, no handler and no scheme that runs code comes out."""
    for element in html.fragment_fromstring(render_markdown(text), create_parent="div").iter("*"):
        assert element.tag not in {"script", "iframe", "style", "object", "embed", "form"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert not value.strip().lower().startswith(("javascript:", "vbscript:", "file:"))
