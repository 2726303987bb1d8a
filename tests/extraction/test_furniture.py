"""A block knows what the page calls the box around it."""

from pathlib import Path

import pytest
import yaml

from morgue.extraction.furniture import Furniture
from morgue.extraction.page import Page
from morgue.extraction.parse import parse

CASES = yaml.safe_load(Path(__file__).with_name("boxes.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_element_is_in_a_box(case, page):
    tree = Page(parse(page(f"<article>{{article}}{case['html']}{{other}}</article>")))
    line = next(number for number, node in enumerate(tree.nodes) if (node.element.text or "").startswith("The line"))
    assert Furniture(tree, len(tree.words)).around(line) == case["box"]


def test_a_block_knows_its_box(extracted):
    line = "The harbour desk has watched the north quay since the first edition of this paper, day and night."
    clipping = extracted(f'<article>{{article}}<div class="postAuthorBox"><p>{line}</p></div>{{other}}</article>')
    boxes = {clipping.text_of(block): block.box for block in clipping.blocks}
    assert boxes.pop(line) == "author"
    assert set(boxes.values()) == {""}
