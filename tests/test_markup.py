"""Blocks as HTML: escaped, nested, masked."""

from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from morgue.markup import Overlay, render_blocks, render_body, safe_href
from morgue.model import Block, Clipping, LinkChange, Mark, Mask, Removal

CASES = """
- name: text is escaped
  text: 'a < b & "c"'
  html: '<p>a &lt; b &amp; "c"</p>'
- name: marks nest
  text: one two three
  marks: [[4, 13, em], [8, 13, strong]]
  html: <p>one <em>two <strong>three</strong></em></p>
- name: a removal inside a paragraph leaves the rest
  text: (WIRE) The talks began.
  removals: [[0, 7]]
  html: <p>The talks began.</p>
- name: a removal is shown hidden on demand
  text: (WIRE) Talks.
  removals: [[0, 7]]
  show_removed: true
  html: <p><del class="removed" data-rule="rule" hidden="" data-pagefind-ignore="all">(WIRE) </del>Talks.</p>
- name: a block that is covered goes
  text: Read more
  removals: [[0, 9]]
  html: ''
- name: a list is its items
  kind: list
  text: "one\\ntwo"
  marks: [[0, 3, li], [4, 7, li]]
  html: <ul><li>one</li><li>two</li></ul>
- name: a covered item goes alone
  kind: list
  text: "one\\ntwo"
  marks: [[0, 3, li], [4, 7, li]]
  removals: [[3, 7]]
  html: <ul><li>one</li></ul>
- name: a table keeps its cells
  kind: table
  text: "a\\tb\\n\\td"
  marks: [[0, 3, tr], [0, 1, th], [2, 3, th], [4, 6, tr], [4, 4, td], [5, 6, td]]
  html: <table><tr><th>a</th><th>b</th></tr><tr><td></td><td>d</td></tr></table>
- name: a line break stays one
  text: "a rose\\nis a rose"
  html: <p>a rose<br>is a rose</p>
- name: code keeps its lines
  kind: code
  text: "if x:\\n  y"
  html: "<pre>if x:\\n  y</pre>"
- name: a link carries its address
  text: see here
  marks: [[4, 8, a, 'https://harbour.example/?a=1&b=2']]
  html: <p>see <a href="https://harbour.example/?a=1&amp;b=2" rel="nofollow noopener">here</a></p>
- name: a link to a script is text
  text: see here
  marks: [[4, 8, a, 'javascript:alert(1)']]
  html: <p>see here</p>
- name: an overlay crosses an element
  text: one two three
  marks: [[4, 7, em]]
  overlays: [[0, 7]]
  html: <p><mark id="x">one </mark><em><mark>two</mark></em> three</p>
"""


def _clipping(case):
    text = case["text"]
    marks = tuple(Mark(start, end, tag, *href) for start, end, tag, *href in case.get("marks", []))
    block = Block(case.get("kind", "paragraph"), 0, len(text), marks=marks)
    return Clipping("o", "d", None, None, "", (), None, None, None, None, text, (block,))


@pytest.mark.parametrize("case", yaml.safe_load(CASES), ids=lambda case: case["name"])
def test_block(case):
    clipping = _clipping(case)
    mask = Mask(tuple(Removal(start, end, "rule", "") for start, end in case.get("removals", [])))
    overlays = [Overlay(start, end, "mark", (("id", "x"),)) for start, end in case.get("overlays", [])]
    blocks = render_blocks(clipping, mask, overlays, show_removed=case.get("show_removed", False))
    assert blocks == [case["html"]]


def test_a_changed_link_is_shown_changed():
    clipping = _clipping({"text": "see here", "marks": [[4, 8, "a", "https://a.example/?utm_source=x"]]})
    mask = Mask((), (LinkChange(4, 8, "https://a.example/?utm_source=x", "https://a.example/", "tracking"),))
    assert 'href="https://a.example/"' in render_body(clipping, mask)


@pytest.mark.parametrize("href", ["javascript:x", " JavaScript:x", "data:text/html,x", "vbscript:x", "//x", "http://["])
def test_only_web_addresses_are_linked(href):
    assert safe_href(href) == ""


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = ""

    def handle_data(self, data):
        self.found += data


@given(
    st.text(alphabet="ab<&\"'> é", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_what_the_mask_leaves_is_what_is_read(text, removals, overlays):
    """Whatever is masked and overlaid, the words on the page are those that no removal covers."""
    clipping = _clipping({"text": text})
    mask = Mask(tuple(Removal(start, end, "r", "") for start, end in _apart(removals, len(text))))
    page = _Text()
    page.feed(render_body(clipping, mask, [Overlay(a, b, "mark") for a, b in overlays if a < b]))
    assert page.found == mask.text(text)


def _apart(spans, length):
    position, found = 0, []
    for start, end in sorted(spans):
        if position <= start < end <= length:
            found.append((start, end))
            position = end
    return found
