"""Decisions hold in every rebuild, and say where they meet nothing."""

from pathlib import Path

import pytest
import yaml

from morgue.address import address_of
from morgue.authority import load_authority
from morgue.authority.sidecar import Sidecar
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


@pytest.fixture
def collated(tmp_path):
    """Collate a case in an archive of its own."""

    def made(case):
        files = {f"actors/{key}.md": f"---\nname: {key}\nkind: person\n---\n" for key in case.get("files", ())}
        for name, text in {**files, "decisions.yml": case["decisions"]}.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        gone = case.get("withheld", [])
        found = case["found"].items()
        records = [_record(place, ids, case.get("files", []), withheld=place in gone) for place, ids in found]
        return collate(records, [], load_authority(tmp_path / "content"), Settings(actor_min_clippings=1))

    return made


@pytest.mark.parametrize("case", CASES, ids=[case["it"] for case in CASES])
def test_decisions(case, collated):
    archive = collated(case)
    expected = {address_of(f"https://{place}", ""): ids for place, ids in case["actors"].items()}
    assert {address: [each.id for each in record.actors] for address, record in archive.records.items()} == expected
    assert [f"{line.place}: {line.missing}" for line in archive.stale] == [
        f"content/{line}" for line in case.get("stale", ())
    ]
    for record in archive.records.values():
        named = {each.id for each in record.actors}
        assert {quote.actor for quote in record.quotes} <= {*named, None}
        assert {mention.actor for each in record.actors for mention in each.mentions} == named
    assert set(archive.actors) == {actor for ids in expected.values() for actor in ids} | set(case.get("files", []))


def test_a_renamed_part_has_its_name(collated):
    case = next(case for case in CASES if "a part may be renamed" in case["it"])
    assert collated(case).actors["saint-jerome"].name == "Saint Jerome"
