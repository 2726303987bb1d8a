"""Which pictures of a page its article shows, where they stand, and what is said of them."""

import base64
import hashlib
from pathlib import Path

import pytest
import yaml

from morgue.capture import capture_of
from morgue.extraction import extract

CASES = yaml.safe_load(Path(__file__).with_name("pictures.yml").read_text(encoding="utf-8"))
HELD = bytes(range(256)) * 8
FILLED = {"{held}": base64.b64encode(HELD).decode(), "{digest}": hashlib.sha256(HELD).hexdigest()}


def filled(text):
    for name, value in FILLED.items():
        text = text.replace(name, value)
    return text


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_a_picture(case, extracted):
    clipping = extracted(filled(case["body"]), case.get("head", "<title>The harbour plan</title>"))
    starts = [block.start for block in clipping.blocks if not block.twin]
    found = [
        {
            **{name: getattr(picture, name) for name in ("address", "alt", "caption", "credit", "width", "height")},
            "sources": list(picture.sources),
            "behind": sum(start < picture.at for start in starts),
        }
        for picture in clipping.pictures
    ]
    expected = yaml.safe_load(filled(yaml.safe_dump(case["pictures"])))
    assert [{name: each[name] for name in wanted} for each, wanted in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found


def test_a_caption_that_is_part_of_the_text_is_the_pictures_and_stands_once(extracted):
    page = '<article>{lead}<div><img src="/a.jpg"><p>The lock at noon, seen from the mole</p></div>{rest}</article>'
    clipping = extracted(page)
    [picture] = clipping.pictures
    [caption] = [block for block in clipping.blocks if block.kind == "caption"]
    assert (picture.at, picture.until, picture.caption) == (caption.start, caption.end, "")
    assert clipping.caption_of(picture) == "The lock at noon, seen from the mole"


def test_what_an_outlets_rule_removes_takes_its_picture_along(page):
    from morgue.authority.entries import Outlet

    outlet = Outlet.model_validate({"id": "herald", "name": "Herald", "hosts": ["herald.example"], "remove": [".ad"]})
    body = '<article>{lead}<div class="ad"><img src="/a.jpg"></div><p><img src="/b.jpg"></p>{rest}</article>'
    capture = capture_of(page(body), "plan.html", url="https://herald.example/2025/plan")
    shown = extract(capture, {"herald": outlet}).pictures
    assert [picture.address for picture in shown] == ["https://herald.example/b.jpg"]


def test_of_a_page_of_pictures_no_more_than_some_are_looked_at(extracted):
    deep = "<div>" * 150 + "<img src='/{}.jpg'>" + "</div>" * 150
    page = "<article>{lead}" + "".join(deep.format(number) for number in range(150)) + "{rest}</article>"
    assert len(extracted(page.replace("{lead}", "{article}")).pictures) <= 500
