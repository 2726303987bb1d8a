"""The rules, one by one: each case in cases/ says what a page's blocks are and what must go."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from morgue.authority.entries import Outlet
from morgue.cleaning import clean, unmatched_keep

OUTLETS = {"courier": Outlet(id="courier", name="Harbour Courier", hosts=("courier.example",), remove=("Our readers",))}

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['it']}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_rule(case, make_clipping):
    """What is removed is exactly what the case lists, rule by rule and in order."""
    clipping = make_clipping(
        case["blocks"],
        case.get("title", ""),
        case.get("source"),
        case.get("url"),
        tuple(case.get("keep", ())),
    )
    clipping = replace(clipping, byline=tuple(case.get("byline", ())))
    mask = clean(clipping, OUTLETS)
    removed = [(each.rule, clipping.extracted[each.start : each.end].strip()) for each in mask.removals]
    wanted = [tuple(pair) for pair in case.get("removed", [])]
    assert [rule for rule, _ in removed] == [rule for rule, _ in wanted], removed
    for (_, text), (_, starts) in zip(removed, wanted, strict=True):
        assert text.startswith(starts)
    assert all(each.reason for each in mask.removals)
    assert [[link.was, link.now] for link in mask.links] == case.get("links", [])
    assert list(unmatched_keep(clipping, OUTLETS)) == case.get("unmatched", [])
