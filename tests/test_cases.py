"""The golden cases: each folder of tests/cases holds what was captured and what must become of it."""

from pathlib import Path

import pytest
import yaml

from morgue.model import Failure
from morgue.pipeline import capture_files, process

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case, workspace):
    """A capture becomes exactly what its case says."""
    expected = yaml.safe_load((case / "expected.yml").read_text(encoding="utf-8"))
    [capture] = [path for path in case.glob("capture.*") if not path.name.endswith(".meta.yml")]
    [outcome] = process(capture_files([capture], workspace), workspace, None)
    assert not isinstance(outcome, Failure), outcome
    for field, value in expected.items():
        CHECKS[field](outcome, value)


def _same(field):
    def check(record, expected):
        value = getattr(record.clipping, field)
        assert (list(value) if isinstance(value, tuple) else value) == expected, field

    return check


def _paragraphs(record, expected):
    blocks = record.text.split("\n\n") if record.text else []
    assert len(blocks) == len(expected), blocks
    for block, wanted in zip(blocks, expected, strict=True):
        assert _matches(block, wanted), f"{block!r} is not {wanted!r}"


def _removed(record, expected):
    removals = [(each.rule, record.clipping.extracted[each.start : each.end].strip()) for each in record.mask.removals]
    assert len(removals) == len(expected), removals
    for (rule, text), wanted in zip(removals, expected, strict=True):
        assert rule == wanted["rule"], (rule, text)
        assert text.startswith(wanted["starts"].rstrip("…")), (rule, text)


def _absent(record, expected):
    assert [words for words in expected if words in record.text] == []


def _present(record, expected):
    assert [words for words in expected if words not in record.text] == []


def _actors(record, expected):
    found = {actor.id for actor in record.actors}
    assert set(expected) <= found, found


def _quotes(record, expected):
    found = [(record.text[quote.start : quote.end], quote) for quote in record.quotes]
    for wanted in expected:
        quote = next((quote for text, quote in found if text.startswith(wanted["starts"].rstrip("…"))), None)
        assert quote, (wanted, found)
        for field in ("actor", "speaker", "kind"):
            if field in wanted:
                assert getattr(quote, field) == wanted[field], (wanted, quote)


def _topics(record, expected):
    found = {topic.id for topic in record.topics}
    assert set(expected) <= found, found


def _links(record, expected):
    assert [{"was": link.was, "now": link.now} for link in record.mask.links] == expected


def _matches(block, wanted):
    return block.startswith(wanted[:-1]) if wanted.endswith("…") else block == wanted


CHECKS = {
    **{
        field: _same(field)
        for field in ("title", "source", "byline", "published", "updated", "language", "url", "refused")
    },
    "paragraphs": _paragraphs,
    "removed": _removed,
    "absent": _absent,
    "present": _present,
    "actors": _actors,
    "quotes": _quotes,
    "topics": _topics,
    "links": _links,
}
