"""What archivists write of an outlet in content/rules/, from the file to the text that is read."""

import hashlib
from pathlib import Path

import pytest
import yaml

from morgue.authority import load_authority
from morgue.authority.sidecar import Sidecar
from morgue.capture import capture_of
from morgue.collation import idle_rules
from morgue.model import Record
from morgue.pipeline import Rooms

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))

_NOUNS = ("harbour", "bridge", "council", "budget", "ferry", "storm", "school", "market", "library", "museum")
_VERBS = ("opened", "delayed", "approved", "described", "replaced", "surveyed", "repaired", "measured", "announced")


def _sentence(seed):
    digest = hashlib.sha256(seed.encode()).digest()
    first, second, third = (_NOUNS[byte % len(_NOUNS)] for byte in digest[:3])
    return f"The {first} office {_VERBS[digest[3] % len(_VERBS)]} the {second} near the {third} in its plan {seed}."


PARTS = {
    name: " ".join(_sentence(f"{name} {number}") for number in range(4))
    for name in ("one", "two", "three", "four", "five", "six")
}


@pytest.fixture
def read(tmp_path):
    """Return a function that gives the authority of an archive with such rules, and the record of a page in it."""

    def read(rules, page, *, dump=False, **sidecar):
        path = tmp_path / "content/rules/herald.yml"
        path.parent.mkdir(parents=True)
        path.write_text(f"name: The Herald\nhosts: [herald.example]\n{rules}", encoding="utf-8")
        authority = load_authority(tmp_path / "content")
        for name, text in PARTS.items():
            page = page.replace(f"{{{name}}}", text if dump else f"<p>{text}</p>")
        if not dump:
            page = f"<!DOCTYPE html><html><head><title>The harbour plan</title></head><body>{page}</body></html>"
        name = "page.txt" if dump else "page.html"
        capture = capture_of(page.encode(), name, Sidecar(url="https://herald.example/plan", **sidecar))
        record = Rooms(authority).record(capture)
        assert isinstance(record, Record), record
        return authority, record

    return read


def _begins(text, wanted):
    return text.startswith(PARTS.get(wanted, wanted))


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_outlet_rules(case, read):
    """A page becomes what its outlet's rules make of it, and each removal names the rule's file and line."""
    page = case.get("dump") or case["page"]
    authority, record = read(case["rules"], page, dump="dump" in case, **case.get("sidecar", {}))
    blocks = [block for block in record.text.split("\n\n") if block]
    assert len(blocks) == len(case["text"]), blocks
    assert all(map(_begins, blocks, case["text"])), blocks
    removed = [
        (each.rule, each.reason, record.clipping.extracted[each.start : each.end].strip())
        for each in record.mask.removals
    ]
    wanted = case.get("removed", [])
    assert len(removed) == len(wanted), removed
    for (rule, reason, text), (wanted_rule, begins, line) in zip(removed, wanted, strict=True):
        assert rule == wanted_rule
        assert _begins(text, begins), text
        assert line is None or f"(content/rules/herald.yml:{line})" in reason
    assert record.clipping.refused == case.get("refused", "")
    idle = [int(each.place.rpartition(":")[2]) for each in idle_rules([record], authority.outlets)]
    assert idle == case.get("idle", [])
    assert [words for words in case.get("absent", []) if words in record.text] == []
    assert record.text.endswith(case.get("ends", ""))
    if "kinds" in case:
        assert [block.kind for block in record.clipping.blocks] == case["kinds"]
    if "between" in case:
        before, after = (record.clipping.extracted.index(PARTS[name]) for name in case["between"])
        assert all(before < removal.start < after for removal in record.mask.removals)
