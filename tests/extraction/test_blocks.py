"""The body of a page becomes blocks: nothing lost, nothing added."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from morgue.capture import capture_of
from morgue.extraction import ExtractionError, extract
from morgue.extraction.charset import normalise
from morgue.extraction.parse import parse
from morgue.markup import INLINE_TAGS, STRUCTURE_TAGS, render_body
from morgue.model import SEPARATOR, Mask

CASES = yaml.safe_load(Path(__file__).with_name("blocks.yml").read_text("utf-8"))


def assert_sound(clipping):
    """Blocks tile the text, marks lie in their block and nest, and every text is normal."""
    assert clipping.extracted == SEPARATOR.join(clipping.text_of(block) for block in clipping.blocks)
    position = 0
    for block in clipping.blocks:
        assert (block.start, block.end > block.start) == (position, True)
        position = block.end + len(SEPARATOR)
        for mark in block.marks:
            assert mark.tag in INLINE_TAGS | STRUCTURE_TAGS
            assert block.start <= mark.start <= mark.end <= block.end
            for other in block.marks:
                assert (
                    mark.end <= other.start
                    or other.end <= mark.start
                    or (mark.start <= other.start and other.end <= mark.end)
                    or (other.start <= mark.start and mark.end <= other.end)
                )
    clipping.extracted.encode("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_element_becomes_its_block(case, extracted):
    clipping = extracted(f"<article>{{article}}{case['html']}{{other}}</article>")
    assert_sound(clipping)
    plain = extracted("<article>{article}{other}</article>")
    known = {plain.text_of(block) for block in plain.blocks}
    found = [block for block in clipping.blocks if clipping.text_of(block) not in known | {"One"}]
    texts = [[block.kind, clipping.text_of(block), block.level] for block in found]
    assert texts == [[*block, 0][:3] for block in case["blocks"]]
    marks = [
        [mark.tag, clipping.extracted[mark.start : mark.end], mark.href] for block in found for mark in block.marks
    ]
    assert case.get("marks", marks) == marks


def test_a_block_knows_its_path_in_the_captured_page(extracted, page):
    body = '<div><div class="a">{article}</div><div class="b"><h2>More</h2>{article}{other}</div></div>'
    clipping = extracted(body)
    tree = parse(page(body))
    assert all(block.path for block in clipping.blocks)
    for block in clipping.blocks:
        (element,) = tree.xpath(block.path)
        text = " ".join("".join(element.itertext()).split())
        assert clipping.text_of(block) in text if block.twin else clipping.text_of(block) == text


def test_a_table_that_lays_out_the_page_is_no_table_and_the_one_inside_it_is(extracted):
    data = "<table><tr><td>Length</td><td>90 m</td></tr><tr><td>Width</td><td>9 m</td></tr></table>"
    clipping = extracted(
        f"<table><tr><td>Home</td><td>{{article}}<h3>On the bridge</h3>{{other}}{data}</td></tr></table>"
    )
    assert_sound(clipping)
    found = [(block.kind, clipping.text_of(block)) for block in clipping.blocks if block.kind != "paragraph"]
    assert found == [("heading", "On the bridge"), ("table", "Length\t90 m\nWidth\t9 m")]
    assert sum(block.kind == "paragraph" for block in clipping.blocks) >= 9


def test_no_word_of_what_trafilatura_chose_is_lost(extracted, page):
    from trafilatura import bare_extraction

    body = "<article>{article}" + "".join(case["html"] for case in CASES) + "{other}</article>"
    chosen = bare_extraction(page(body), include_comments=False, include_links=True, include_formatting=True)
    words = "".join(normalise(" ".join(chosen.body.itertext())).split())
    assert "".join(extracted(body).extracted.split()) == words


TAGS = "p div ul ol li table tr td th blockquote pre code h2 a b i br q span article noscript x"
NAMES = st.sampled_from(TAGS.split())
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def markup(children):
    return st.builds(lambda name, inner, tail: f'<{name} href="/x">{inner}</{name}>{tail}', NAMES, children, TEXTS)


TREES = st.recursive(TEXTS, lambda inner: st.lists(markup(inner), max_size=5).map("".join), max_leaves=25)


@given(TREES)
@example('<noscript href="/x"></noscript>1<p>0<p></p>0<br href="/x">0</br><p></p></p>0')  # a passage without a text
@settings(max_examples=150)
def test_any_markup_becomes_sound_blocks_that_can_be_shown(inner):
    body = f"<html><body><article><p>{'The council met. ' * 20}</p>{inner}</article></body></html>"
    try:
        clipping = extract(capture_of(body.encode("utf-8", "replace"), "a.html"))
    except ExtractionError:
        return
    assert_sound(clipping)
    etree.HTML(f"<div>{render_body(clipping, Mask())}</div>")


@given(st.binary(max_size=500))
@settings(max_examples=150)
def test_any_bytes_are_a_clipping_or_an_extraction_error(payload):
    for media_type in ("text/html", "text/plain"):
        try:
            assert_sound(extract(capture_of(b"x" + payload, "a", media_type=media_type)))
        except ExtractionError as error:
            assert str(error)  # noqa: PT017 -- both outcomes are right
