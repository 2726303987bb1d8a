"""Text dumps become blocks by the shape of their lines."""

from pathlib import Path

import pytest
import yaml

from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.extraction import extract, find_dateline

CASES = yaml.safe_load(Path(__file__).with_name("dumps.yml").read_text("utf-8"))
DATELINES = yaml.safe_load(Path(__file__).with_name("datelines.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_dump_is_parted_into_the_blocks_that_a_reader_sees(case):
    clipping = extract(capture_of(case["text"].encode(), "dump.txt", media_type="text/plain"))
    assert clipping.title == case["text"].split("\n")[0]
    assert clipping.source == case.get("source")
    assert clipping.refused.startswith(case.get("refused", ""))
    found = [(block.kind, clipping.text_of(block)) for block in clipping.blocks]
    assert len(found) == len(case["blocks"])
    for (kind, text), (wanted_kind, wanted) in zip(found, case["blocks"], strict=True):
        assert kind == wanted_kind
        assert text.startswith(wanted[:-1]) if wanted.endswith("…") else text == wanted


def test_a_block_of_a_dump_knows_its_line_and_the_items_of_a_list_are_marked():
    clipping = extract(capture_of(CASES[4]["text"].encode(), "dump.txt", media_type="text/plain"))
    block = clipping.blocks[0]
    assert (block.path, block.level) == ("line 3", 1)
    items = [clipping.extracted[mark.start : mark.end] for mark in block.marks if mark.tag == "li"]
    assert items == clipping.text_of(block).split("\n")


def test_a_sidecar_completes_what_a_dump_cannot_say():
    sidecar = Sidecar(url="https://herald.example/a", published="2025-09", byline=("City desk",), source="The Herald")
    clipping = extract(capture_of(CASES[0]["text"].encode(), "dump.txt", sidecar))
    assert (clipping.url, clipping.published, clipping.byline, clipping.source, clipping.language) == (
        "https://herald.example/a",
        "2025-09",
        ("City desk",),
        "The Herald",
        "en",
    )


@pytest.mark.parametrize("case", DATELINES, ids=lambda case: case[0][:40])
def test_a_dateline_is_known_by_its_shape_in_any_language(case):
    text, *wanted = case
    found = find_dateline(text)
    assert ([found.outlet, found.place] if found else []) == wanted
    if found:
        assert found.start == 0
        assert text[found.end :][0].isalpha()
