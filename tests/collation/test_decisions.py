"""Decisions hold in every rebuild, and say where they meet nothing."""

from pathlib import Path

import pytest
import yaml

from morgue.address import address_of
from morgue.authority.check_decisions import check_decisions
from morgue.authority.decisions import Decisions
from morgue.authority.entries import Actor, Authority
from morgue.authority.files import Filed
from morgue.authority.sidecar import Sidecar
from morgue.authority.validation import validate
from morgue.authority.yaml_source import read_yaml
from morgue.collation import collate
from morgue.model import Clipping, Mention, NamedActor, Quote, Record
from morgue.settings import Settings

CASES = yaml.safe_load(Path(__file__).with_name("decisions.yml").read_text(encoding="utf-8"))


def _actor(identity, files):
    return NamedActor(identity, identity, "person", identity in files, (Mention(identity, 0, 4, "name", 1.0),))


def _record(place, actors, files, *, withheld):
    said = Sidecar(withheld=True, reason="At the outlet's request", date="2026") if withheld else Sidecar()
    url = f"https://{place}"
    clipping = Clipping(
        place, place, url, None, place, (), None, None, None, "en", place, (), sidecar=said
    )  # fmt: skip
    named = tuple(_actor(actor, files) for actor in actors)
    quotes = tuple(Quote(0, 4, "direct", actor, actor, "said", "after", 0.9) for actor in actors)
    return Record(clipping, text=place, actors=named, quotes=quotes)


def _collated(case):
    files = case.get("files", [])
    source = read_yaml(case["decisions"])
    decisions = validate(Decisions, source, {}).placed("decisions.yml", source)
    assert not list(check_decisions(Filed(decisions, "decisions.yml", source), frozenset(files)))
    actors = {key: Actor(id=key, name=key, kind="person") for key in files}
    gone = case.get("withheld", [])
    records = [_record(place, ids, files, withheld=place in gone) for place, ids in case["found"].items()]
    return collate(records, [], Authority(actors=actors, decisions=decisions), Settings(actor_min_clippings=1))


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_decisions(case):
    archive = _collated(case)
    expected = {address_of(f"https://{place}", ""): ids for place, ids in case["actors"].items()}
    assert {address: [each.id for each in record.actors] for address, record in archive.records.items()} == expected
    assert [f"{line.place}: {line.missing}" for line in archive.stale] == case.get("stale", [])
    for record in archive.records.values():
        named = {each.id for each in record.actors}
        assert {quote.actor for quote in record.quotes} <= {*named, None}
        assert {mention.actor for each in record.actors for mention in each.mentions} == named
    assert set(archive.actors) == {actor for ids in expected.values() for actor in ids} | set(case.get("files", []))


def test_a_renamed_part_has_its_name():
    case = next(case for case in CASES if "a part may be renamed" in case["it"])
    assert _collated(case).actors["saint-jerome"].name == "Saint Jerome"
