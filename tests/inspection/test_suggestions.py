"""`morgue suggest actors`: what was found is ranked with its evidence, and written only when asked."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority import load_authority
from morgue.cli import main
from morgue.inspection.suggestions.likeness import Name, why_alike

PAIRS = yaml.safe_load(Path(__file__).with_name("likeness.yml").read_text(encoding="utf-8"))

PAGES = {
    "pole": """Plans for the pole

President Fridtjof Nansen spoke in the harbour on Monday of a voyage that nobody had made. “The ice carries us,”
said Fridtjof Nansen, who wants to sail in June and to be back before the third winter.

The International Telegraph Union (ITU) lends him a mast, and the Rivermouth Harbour Office a berth. Nansen
thanked both of them.
""",
    "ship": """A ship of oak

The ship lies at the quay of the old yard. “She will not be crushed,” said Fridtjof Nansen on Thursday, as the
carpenters carried the last of the beams aboard and the crew looked on. Nansen and his wife left in the evening.

The Harbour Office asked for the papers, which the captain promised to bring before the week is out.
""",
    "letter": """A letter from the ice

Nothing had been heard for a year when the letter came in on a whaler. President F. Nansen wrote that all were
well, that the dogs were fat, and that the drift went north by west, a mile a day, as it had been foretold.
""",
}


@pytest.fixture
def suggest(monkeypatch, tmp_path):
    """Run the command in an archive of three pages and one file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelican.conf.py").write_text("MORGUE_WORKERS = 1\n", encoding="utf-8")
    for name, text in PAGES.items():
        path = tmp_path / f"content/captures/{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(" ".join(each.split()) for each in text.split("\n\n")), encoding="utf-8")
        path.with_name(f"{name}.txt.meta.yml").write_text(f"url: https://a.example/{name}\nlanguage: en\n")
    (tmp_path / "content/actors").mkdir()
    (tmp_path / "content/actors/itu.md").write_text("---\nname: ITU\nkind: organisation\n---\n", encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(main, ["suggest", "actors", *arguments])


def _files(tmp_path):
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((tmp_path / "content/actors").iterdir())}


@pytest.mark.parametrize("pair", PAIRS, ids=[" · ".join(pair["names"]) for pair in PAIRS])
def test_names_that_may_be_one_actor_s(pair):
    kinds = (pair["kind"], pair.get("other", pair["kind"]))
    one, other = (Name(name, kind) for name, kind in zip(pair["names"], kinds, strict=True))
    assert why_alike(one, other) == pair["why"]
    assert bool(why_alike(other, one)) == bool(pair["why"])
    assert not pair["why"] or set(one.signs()) & set(other.signs())


WRITTEN = st.one_of(st.text(max_size=20), st.sampled_from([name for pair in PAIRS for name in pair["names"]]))


@given(WRITTEN, WRITTEN, st.sampled_from(["person", "organisation", "bloc"]))
def test_likeness_goes_both_ways(one, other, kind):
    """Whatever the names hold."""
    assert bool(why_alike(Name(one, kind), Name(other, kind))) == bool(why_alike(Name(other, kind), Name(one, kind)))


def test_found_names_are_ranked_with_their_evidence(suggest, tmp_path):
    before = _files(tmp_path)
    said = json.loads(suggest("--json").stdout)
    assert said["schema"] == 1
    actors = {each["id"]: each for each in said["actors"]}
    assert next(iter(actors)) == "fridtjof-nansen"
    nansen = actors["fridtjof-nansen"]
    assert (nansen["name"], nansen["kind"], nansen["stories"], nansen["clippings"]) == (
        "Fridtjof Nansen",
        "person",
        2,
        2,
    )
    assert (nansen["mentions"], nansen["quotes"]) == (5, 2)
    assert sum(nansen["rules"].values()) == nansen["mentions"]
    assert nansen["spellings"] == {"Fridtjof Nansen": 3, "Nansen": 2}
    assert {each["origin"] for each in nansen["sentences"]} == {
        "content/captures/pole.txt",
        "content/captures/ship.txt",
    }
    assert all("Nansen" in each["text"] for each in nansen["sentences"])
    assert [each["id"] for each in nansen["same_as"]] == ["f-nansen"]
    assert [each["id"] for each in actors["international-telegraph-union"]["known"]] == ["itu"]
    assert "itu" not in actors
    assert _files(tmp_path) == before


def test_a_person_reads_where_a_name_stands_and_what_may_be_the_same(suggest):
    shown = suggest("--limit", "1").stdout
    assert shown.startswith(
        "Fridtjof Nansen (fridtjof-nansen)\n  person, 2 stories, 2 clippings, 5 mentions, 2 quotes\n"
    )
    assert "  - content/captures/ship.txt\n" in shown
    assert "may be the same as F. Nansen (f-nansen): the same surname" in shown
    assert "--limit shows more" in shown
    assert "Nansen" not in suggest("--kind", "organisation").stdout.replace("President F. Nansen", "")


def test_a_file_is_written_when_asked_and_the_name_is_known_then(suggest, tmp_path):
    result = suggest("--write", "fridtjof-nansen", "--write", "f-nansen")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        ["content/actors/f-nansen.md", "content/actors/fridtjof-nansen.md"],
    )
    assert _files(tmp_path)["fridtjof-nansen.md"] == "---\nname: Fridtjof Nansen\nkind: person\n---\n"
    assert {"f-nansen", "fridtjof-nansen"} <= load_authority(tmp_path / "content").actors.keys()
    assert "Nansen (f" not in suggest().stdout


def test_an_id_that_was_not_found_names_the_nearest(suggest, tmp_path):
    before = _files(tmp_path)
    result = suggest("--write", "fridtjof-nansn")
    assert result.exit_code == 2
    assert "no name without a file has the id fridtjof-nansn; did you mean fridtjof-nansen?" in result.output
    assert _files(tmp_path) == before


@pytest.mark.parametrize(("known", "told"), [("itu", "itu.md is there already"), ("norway", "norway is built in")])
def test_who_is_known_already_needs_no_beginning(suggest, tmp_path, known, told):
    before = _files(tmp_path)
    result = suggest("--write", known)
    assert result.exit_code == 2
    assert told in result.output
    assert _files(tmp_path) == before


def test_what_was_decided_is_not_suggested_again(suggest, tmp_path):
    decisions = "merge:\n  fridtjof-nansen: [f-nansen]\nreject: [rivermouth-harbour-office]\n"
    (tmp_path / "content/decisions.yml").write_text(decisions, encoding="utf-8")
    found = {each["id"]: each for each in json.loads(suggest("--json").stdout)["actors"]}
    assert found["fridtjof-nansen"]["stories"] == 3
    assert not {"f-nansen", "rivermouth-harbour-office"} & found.keys()


def test_outside_an_archive_there_is_nothing_to_suggest(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["suggest", "actors"])
    assert result.exit_code == 1
    assert "there is no archive here" in result.output
