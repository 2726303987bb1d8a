"""An expression gives the same elements in one walk as it does of itself."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import XPath
from lxml.html import document_fromstring
from trafilatura.xpaths import (
    BODY_XPATH,
    DISCARD_IMAGE_ELEMENTS,
    OVERALL_DISCARD_XPATH,
    RAW_TREE_PRUNE_XPATH,
    REMOVE_COMMENTS_AND_LISTS_XPATH,
    TEASER_DISCARD_XPATH,
)

from morgue.extraction.expressions import in_one_walk

EXPRESSIONS = [
    *(each for each in BODY_XPATH if "re:test" in each.path),
    *OVERALL_DISCARD_XPATH,
    *DISCARD_IMAGE_ELEMENTS,
    *TEASER_DISCARD_XPATH,
    *RAW_TREE_PRUNE_XPATH,
    *REMOVE_COMMENTS_AND_LISTS_XPATH,
]

TAGS = st.sampled_from(
    ["article", "div", "main", "section", "p", "span", "list", "item", "a", "ol", "ul", "aside", "h1"]
)
NAMES = ["id", "class", "style", "role", "itemprop", "aria-hidden", "data-component", "data-lp-replacement-content"]
WORDS = st.sampled_from(
    [
        *("", "post", "post ", "post\n", "a post", "posted", "entry", "articleBody", "articleContent", "post_text"),
        *("primary", "the primary", "FullText", "article x", "x article", "Main-Content", "MAIN-CONTENT"),
        *("page-content", "Page-Content", "Nav", "nAv", "navigation", "MostPopularStories", "cookie", "a cookie"),
        *("reply-1", "a reply-1", "hidden", "x hidden", "display:none", "display: none", "display :none", "true"),
        *("hide", "hide-x", "ad-", "an ad-", "bad-", "bar", "shared", "fan-shared", "Teaser", "TEASER", "a teaser"),
        *("caption", "Caption", "plain", "comments", "Comment", "commentary", "a comment", "comol", "disqus_thread"),
        *("post-comments", "my-article-comments", "mvp-post-add-box", "mvp-post-add-wrap", "infinitescroll"),
        *("infinite-scroll", "elementor-share-buttons"),
    ]
)
ATTRIBUTES = st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=4)


def opened(tag, attributes):
    return " ".join([f"<{tag}", *(f'{name}="{value}"' for name, value in attributes.items())]) + ">"


ELEMENTS = st.recursive(
    st.just("text"),
    lambda inner: st.builds(
        lambda tag, attributes, children: f"{opened(tag, attributes)}{''.join(children)}</{tag}><!-- -->",
        TAGS,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=lambda each: " ".join(each.path.split())[-40:])
@settings(max_examples=60, derandomize=True)
@given(st.lists(ELEMENTS, min_size=1, max_size=4).map("".join))
def test_the_same_elements_are_found(expression, body):
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    only_first = 1 if expression.path.rstrip().endswith("[1]") else None
    assert in_one_walk(expression)(tree) == list(islice(expression(tree), only_first))


@pytest.mark.parametrize(
    "path", [".//div", "//*[@id='a']", ".//*[@id='a' and @class='b']", ".//*[not(@id)]", ".//*[@id!='a']"]
)
def test_an_expression_of_another_form_is_an_error(path):
    with pytest.raises(ValueError, match="of no form that is known"):
        in_one_walk(XPath(path))
