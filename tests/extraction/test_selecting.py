"""Selectors are matched as cssselect matches them, and in time that grows with the page alone."""

import time

import pytest
from cssselect import HTMLTranslator
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from morgue.authority.entries import Outlet
from morgue.authority.selectors import compile_selector
from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import ExtractionError, extract
from morgue.extraction.parse import parse
from morgue.extraction.ruled import MAX_KEPT
from morgue.extraction.selecting import selected

NAMES = st.sampled_from(["div", "p", "b"])
TREES = st.recursive(
    st.tuples(NAMES, st.sampled_from(["", ' class="a"', ' class="a b" id="x"', ' lang="en-GB"', ' lang=""'])),
    lambda inner: st.tuples(NAMES, st.sampled_from(["", ' class="b"']), st.lists(inner, max_size=4)),
    max_leaves=25,
)
COMPOUNDS = st.sampled_from(
    [
        *("*", "div", "p", ".a", ".a.b", "#x", "p.a", "[lang]", "[lang|=en]", "[class~=b]", "[class^=a]"),
        *(
            "[class$=b]",
            "[class*='a b']",
            "[lang='']",
            "[lang!=en-GB]",
            "[class='A' i]",
            ":not(.a)",
            "p:not([lang])",
            ":first-child",
        ),
        *(
            "p:last-child",
            "b:first-of-type",
            "div:last-of-type",
            ":nth-child(2)",
            "p:nth-child(odd)",
            ":nth-child(-n+2)",
        ),
        *(":nth-last-child(2n)", "p:nth-of-type(2)", "p:nth-last-of-type(2)", "div:not(:first-child)"),
    ]
)
CHAINS = st.lists(st.tuples(COMPOUNDS, st.sampled_from([" ", ">", "+", "~"])), min_size=1, max_size=4)


def markup(tree):
    name, attributes, *inner = tree
    return f"<{name}{attributes}>{''.join(map(markup, inner[0] if inner else ()))}</{name}>"


@given(tree=TREES, chains=st.lists(CHAINS, min_size=1, max_size=2))
def test_the_walk_finds_what_cssselect_finds(tree, chains):
    """On any tree a selector names the elements that its XPath does, in document order."""
    selector = ", ".join(
        "".join(f"{compound} {combinator} " for compound, combinator in chain[:-1]) + chain[-1][0] for chain in chains
    )
    root = html.fragment_fromstring(f"<section>{markup(tree)}{markup(tree)}</section>", parser=html.XHTMLParser())
    expected = root.xpath(HTMLTranslator().css_to_xpath(selector))
    assert [element for element, _ in selected(root, [compile_selector(selector)])] == expected


def test_each_element_comes_with_the_selectors_that_name_it():
    root = html.fragment_fromstring('<div><p class="a">A</p><p>B</p></div>')
    selectors = [compile_selector(text) for text in ("p", ".a", "b", "p, .a")]
    assert [numbers for _, numbers in selected(root, selectors)] == [[0, 1, 3], [0, 3]]


@pytest.mark.long
@pytest.mark.parametrize("selector", ["p:nth-last-of-type(2n+1)", "p ~ p ~ p", "div div div > p", "body :not(.a) + p"])
@pytest.mark.parametrize("page", ["<p>x</p>" * 49_000, ("<div>" * 150 + "<p>x</p>" + "</div>" * 150) * 300])
def test_a_hostile_page_costs_linear_time(selector, page):
    """Neither many siblings nor deep nesting, each asked of all others, takes more than a look at each element."""
    tree = parse(f"<body>{page}</body>".encode())
    begun = time.process_time()
    list(selected(tree, [compile_selector(selector)]))
    assert time.process_time() - begun < 10


def outlets(**rules):
    outlet = Outlet(id="herald", name="The Herald", hosts=("herald.example",), **rules)
    return {"herald": outlet}


def page_of(body):
    return capture_of(f"<html><body>{body}</body></html>".encode(), "a.html", Sidecar(url="https://herald.example/a"))


@pytest.mark.long
def test_thousands_of_removed_elements_cost_seconds():
    """Each is taken out by itself; none is looked for among all others."""
    begun = time.process_time()
    body = "<p>The ferry <b>office</b> opens the pier.</p>" * 5_000
    clipping = extract(page_of(body), outlets(remove=({"selector": "b"},)))
    assert time.process_time() - begun < 20
    assert sum(bool(block.removed_by) for block in clipping.blocks) == 5_000


def test_a_rule_that_keeps_too_much_is_told():
    with pytest.raises(ExtractionError, match=f"keeps more than {MAX_KEPT} elements of the page; name what holds them"):
        extract(page_of("<p>The <b>office</b></p>" * (MAX_KEPT + 1)), outlets(keep=({"selector": "b"},)))
