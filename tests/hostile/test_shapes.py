"""Captures of hostile shapes come to an end soon, as a record or with a reason."""

import importlib.util
import time
from pathlib import Path

import pytest

from morgue.capture import capture_of
from morgue.markup import render_body
from morgue.model import Failure, Record
from morgue.pipeline import Rooms
from morgue.publication import body

_SPEC = importlib.util.spec_from_file_location("hostile_shapes", Path(__file__).parent / "shapes.py")
shapes = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(shapes)

SECONDS = 15
"""Wide: each shape takes a second or two; what was wrong with it took a minute and more."""


@pytest.fixture(scope="module")
def rooms(workspace):
    return Rooms(workspace.authority)


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ("many_paragraphs", 10_000),  # names were looked for in the whole text once a line
        ("said_quotes", 10_000),  # every quote of a paragraph was looked at for every other
        ("scripts", 8_000),  # justext is quadratic
        ("json_array", 60_000),  # a list was emptied from its front
        ("surnames", 5_000),  # the bearers of a surname were sorted once a mention
        ("entities", 3_000),
        ("table_cells", 10_000),
        ("title_parts", 200_000),  # the rest of a title was looked at once a separator
        ("byline_boxes", 40_000),  # what stands in each of the boxes around one another was read
        ("dates", 20_000),
    ],
)
def test_a_page_of_one_shape_takes_time_in_proportion(rooms, shape, size):
    start = time.monotonic()
    record = rooms.record(capture_of(shapes.SHAPES[shape](size), shape, media_type="text/html"))
    assert isinstance(record, Record)
    body.whole(record, {actor.id: "../" for actor in record.actors})
    assert render_body(record.clipping, record.mask)
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    ("shape", "size", "reason"),
    [
        ("attributes", 1_000_000, "attributes"),
        ("unclosed_attributes", 1_000_000, "attributes"),
        ("deep_divs", 100_000, "nested"),
        ("list_items", 100_000, "elements"),
        ("one_word", 11_000_000, "without a tag"),
        ("long_paragraph", 40_000, "characters of text"),
        ("dump_marks", 1_000_000, "characters of text"),
        ("dump_blank", 10_000_000, "characters of text"),
    ],
)
def test_a_page_beyond_a_limit_is_refused_with_its_reason(rooms, shape, size, reason):
    start = time.monotonic()
    media_type = "text/plain" if shape.startswith("dump") else "text/html"
    outcome = rooms.record(capture_of(shapes.SHAPES[shape](size), shape, media_type=media_type))
    assert isinstance(outcome, Failure)
    assert reason in outcome.reason
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize("moment", ["2025-01-01T10:00:00-99:99", "2025-02-30", "0000-00-00", "99999-01-01"])
def test_a_date_that_there_is_not_costs_no_page(rooms, moment):
    head = f"<title>The harbour plan</title><meta property=article:published_time content={moment}>"
    record = rooms.record(capture_of(shapes.page("", head), "page"))
    assert isinstance(record, Record)
    assert record.clipping.published != moment


@pytest.mark.parametrize(
    "url",
    [
        "https://user:word@herald.example/x",
        "https://herald.example:99999/x",
        "https://a b.example/x",
        "https://../x",
        f"https://{'a' * 300}.example/x",
        f"https://herald.example/{'x' * 9000}",
        "https://\u202eelpmaxe.dlareh/x",
    ],
)
def test_an_address_that_no_browser_should_follow_is_none(rooms, url):
    record = rooms.record(capture_of(shapes.page("", f'<title>Plan</title><link rel=canonical href="{url}">'), "page"))
    assert record.clipping.url is None
