"""Fields come from what a page states, and never from a guess or the clock."""

import contextlib
import json
import time
from pathlib import Path

import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import ExtractionError, extract

CASES = yaml.safe_load(Path(__file__).with_name("metadata.yml").read_text("utf-8"))
REFUSALS = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_field_is_what_the_page_states(case, extracted):
    clipping = extracted(case["body"], case["head"], case.get("address"), **case.get("sidecar", {}))
    found = {name: getattr(clipping, name) for name in case["wanted"]}
    assert json.loads(json.dumps(found)) == case["wanted"]


def test_the_archivist_s_word_wins_for_every_field(extracted):
    sidecar = {
        "captured": "2025-10",
        "published": "1998-05",
        "updated": "1998-06",
        "title": "Another title",
        "byline": ("Night desk",),
        "source": "The Other Herald",
        "language": "fr",
    }
    clipping = extracted(CASES[0]["body"], CASES[0]["head"], "https://other.example/a", **sidecar)
    assert {name: getattr(clipping, name) for name in sidecar} == sidecar
    assert clipping.url == "https://other.example/a"


@pytest.mark.parametrize("case", REFUSALS, ids=lambda case: case["name"])
def test_a_page_without_an_article_is_refused_with_its_reason(case, extracted):
    assert extracted(case["body"], publish=case.get("publish")).refused == case["refused"]


def test_a_list_of_links_is_no_article(extracted):
    links = "".join(
        f'<p><a href="/{number}">The council met about the bridge, part {number}</a></p>' for number in range(40)
    )
    clipping = extracted(f"<article>{links}</article>")
    assert clipping.refused == "the page is a list of articles"


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ("<html><body>" + "<div>" * 250 + "x" + "</div>" * 250, "nested more than 200 deep"),
        ("<html><body>" + "<b>x</b>" * 50_001, "more than 50000 elements"),
        ("just words", "no readable HTML"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(payload, reason):
    with pytest.raises(ExtractionError, match=reason):
        extract(capture_of(payload.encode(), "a.html", media_type="text/html"))


@pytest.mark.parametrize(
    "part",
    [
        "<a href=x>w <b>y</b></a> ",
        "text here<br><br>",
        "<li>an item of the list",
        "<p>the same words here</p>",
        "<b><a>x</a>",
    ],
)
def test_a_page_of_thousands_of_the_same_small_things_takes_seconds(part):
    began = time.process_time()
    payload = f"<html><body><article><div>{part * 5000}</div></article></body></html>"
    with contextlib.suppress(ExtractionError):
        extract(capture_of(payload.encode(), "a.html"))
    assert time.process_time() - began < 10


def test_a_result_does_not_depend_on_what_was_extracted_before(page):
    def run(number):
        body = CASES[number]["body"]
        return extract(capture_of(page(body, CASES[number]["head"]), "a.html", Sidecar()))

    first = run(0)
    for number in range(len(CASES)):
        run(number)
    for _ in range(3):
        assert run(0) == first
