"""Each answer is the one that trafilatura gives, whatever of its steps it shares with the others."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import tostring
from trafilatura import bare_extraction

from morgue.authority.sidecar import Sidecar
from morgue.capture import CaptureError, open_captures
from morgue.extraction.cascade import Cascade
from morgue.extraction.choice import ANSWERS
from morgue.extraction.extractor import options_of
from morgue.extraction.parse import parse
from morgue.settings import Settings

THEIRS = {
    Cascade.quick: options_of(fast=True),
    Cascade.careful: options_of(),
    Cascade.generous: options_of(recall=True),
}
CAPTURES = sorted((Path(__file__).parents[2] / "content" / "captures").rglob("*.html"))


def assert_as_theirs(html: bytes) -> None:
    tree = parse(html)
    cascade = Cascade(tree)
    for answer in ANSWERS:
        ours, theirs = answer(cascade), bare_extraction(tree, options=THEIRS[answer])
        assert (ours is None) == (theirs is None)
        if ours is not None:
            assert tostring(ours) == tostring(theirs.body)


@pytest.mark.parametrize("path", CAPTURES, ids=[path.name for path in CAPTURES])
def test_a_capture_is_answered_as_trafilatura_does(path):
    try:
        for capture in open_captures(path, path.name, lambda *_: Sidecar(), Settings().limits):
            assert_as_theirs(capture.payload)
    except CaptureError:
        pytest.skip("broken on purpose")


def prose(seed, sentences=1):
    texts = (
        f"In part {seed + each} of its plan the office repaired the bridge by the harbour" for each in range(sentences)
    )
    return ". ".join(texts) + "."


LITTLE = f"<p>{prose(90, 2)}</p><p>{prose(95, 2)}</p>"
MUCH = [prose(each, 4) for each in range(100, 220, 4)]
LEFT_OUT = {
    "in containers": "".join(f"<div>{text}</div>" for text in MUCH),
    "in paragraphs": "".join(f"<p>{text}</p>" for text in MUCH),
    "in a list": f"<ul>{''.join(f'<li>{text}</li>' for text in MUCH)}</ul>",
    "in links": "".join(f"<p><a href=/x>{text}</a></p>" for text in MUCH),
    "in teasers": "".join(f"<div class=teaser><p>{text}</p></div>" for text in MUCH),
}


@pytest.mark.parametrize("left_out", LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_page_of_which_little_is_chosen_is_answered_as_trafilatura_does(left_out):
    assert_as_theirs(f"<html><body><article>{LITTLE}</article><div>{left_out}</div></body></html>".encode())
    assert_as_theirs(f"<html><body><article>{LITTLE}<div>{left_out}</div></article></body></html>".encode())


SEEDS = st.integers(1, 40)
PIECES = st.one_of(
    SEEDS.map(prose),
    SEEDS.map(lambda seed: f"<p>{prose(seed)}</p>"),
    SEEDS.map(lambda seed: "".join(f"<p>{prose(each, 4)}</p>" for each in range(seed, seed + 5))),
    SEEDS.map(lambda seed: f"<div>{prose(seed, 2)}<br>{prose(seed + 50)}</div>"),
    SEEDS.map(lambda seed: f'<li><a href="/{seed}">{prose(seed)}</a></li>'),
    st.sampled_from(
        ["<h2>On the bridge</h2>", "<img src=x.jpg>", "<div> </div>", "<pre>a<br>b</pre>", "<input name=q>"]
    ),
    st.sampled_from(['{"@type": ["DiscussionForumPosting"]}', f'{{"articleBody": "{prose(60, 4)}"}}']).map(
        lambda data: f'<script type="application/ld+json">{data}</script>'
    ),
)
WRAPPERS = st.sampled_from(
    [
        *("div", "section", "article", "div class=post-content", "div class=teaser", "div class=comments"),
        *("ol class=comment-list", "div id=disqus_thread", "ul class=post-comments", "div class=mvp-post-add-box"),
        *("div class=related", "div id=main", "ul", "table", "td", "aside", "form", "blockquote"),
    ]
)


def wrapped(children):
    return st.builds(
        lambda wrapper, inner: f"<{wrapper}>{''.join(inner)}</{wrapper.split()[0]}>",
        WRAPPERS,
        st.lists(children, max_size=4),
    )


@settings(max_examples=200, derandomize=True)
@given(st.lists(st.recursive(PIECES, wrapped, max_leaves=12), max_size=6).map("".join))
def test_any_page_is_answered_as_trafilatura_does(body):
    assert_as_theirs(f"<html><head><title>Harbour</title></head><body>{body}</body></html>".encode())
