"""`morgue import`: what is written, and that what is there is left alone."""

import bz2
import gzip
import json
import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority import load_authority
from morgue.authority.actor_file import actor_text
from morgue.authority.entries import Actor
from morgue.authority.front_matter import read_front_matter
from morgue.authority.importing import Found, plan, read_wikidata
from morgue.authority.importing.columns import COLUMNS
from morgue.authority.importing.found import ImportFileError
from morgue.authority.validation import validate
from morgue.cli import main
from morgue.limits import STANDARD, Limits

HERE = Path(__file__).parent
ITEMS, TABLES = (yaml.safe_load((HERE / name).read_text(encoding="utf-8")) for name in ("cases.yml", "tables.yml"))
LANGUAGES = ("en", "de", "fr", "ru", "fi")


def _time(written):
    time, _, more = written.partition("/")
    precision, _, calendar = more.partition(" ")
    model = f"http://www.wikidata.org/entity/{calendar or 'Q1985727'}"
    return {"datavalue": {"value": {"time": time, "precision": int(precision), "calendarmodel": model}}}


def _claim(value, *dates):
    qualifiers = {name: [_time(date)] for name, date in zip(("P580", "P582"), dates, strict=False)}
    return {"rank": "normal", "mainsnak": {"datavalue": {"value": value}}, "qualifiers": qualifiers}


def item(identity, said):
    """Return an item as Wikidata writes it."""
    names = {language: said[language] for language in LANGUAGES if language in said}
    return {
        "type": "item",
        "id": identity,
        "labels": {language: {"language": language, "value": own[0]} for language, own in names.items()},
        "aliases": {language: [{"value": other} for other in own[1:]] for language, own in names.items()},
        "descriptions": {"en": {"value": said["about"]}} if "about" in said else {},
        "claims": {
            "P31": [_claim({"id": sort}) for sort in said["is"]],
            "P297": [_claim(code) for code in said.get("iso", ())],
            "P39": [_claim({"id": position}, *dates) for position, *dates in said.get("positions", ())],
        },
    }


@pytest.fixture
def imported(tmp_path, monkeypatch):
    """Run a case in an archive of its own; return the result and the files that are new there."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelican.conf.py").write_text("", encoding="utf-8")
    folder = tmp_path / "content/actors"

    def run(case, command, source):
        folder.mkdir(parents=True)
        there = {f"{key}.md": text for key, text in case.get("there", {}).items()}
        for name, text in there.items():
            (folder / name).write_text(text, encoding="utf-8")
        result = CliRunner().invoke(main, ["import", command, source, *case.get("arguments", ())])
        files = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
        assert {name: files.pop(name) for name in there} == there
        load_authority(tmp_path / "content")
        return result, {name.removesuffix(".md"): text for name, text in files.items()}

    return run


def _check(case, result, files):
    assert files == case["files"]
    assert result.exit_code == case.get("exit", 0), result.output
    for words in case["told"]:
        assert all(part in result.output for part in words.split(", ")) or words in result.output, result.output


@pytest.mark.parametrize("case", ITEMS, ids=[case["it"] for case in ITEMS])
def test_items(case, imported, tmp_path):
    entities = {key: item(key, said) for key, said in case["items"].items()}
    (tmp_path / "items.json").write_text(json.dumps({"entities": entities}), encoding="utf-8")
    _check(case, *imported(case, "wikidata", "items.json"))


@pytest.mark.parametrize("case", TABLES, ids=[case["it"] for case in TABLES])
def test_tables(case, imported, tmp_path):
    (tmp_path / "table.csv").write_text(case.get("csv") or case["results"], encoding="utf-8")
    _check(case, *imported(case, "csv" if "csv" in case else "wikidata", "table.csv"))


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
@pytest.mark.parametrize("indent", [None, 1])
def test_an_item_is_read_in_every_shape(pack, indent, tmp_path):
    """A document of items, an item a line, a list of items; each plain or packed, on a line or over many."""
    entity = item("Q20", {"is": ["Q6256"], "en": ["Norway"]})
    for value in ({"entities": {"Q20": entity}}, entity, [entity]):
        path = tmp_path / "items"
        path.write_bytes(pack(json.dumps(value, indent=indent).encode()))
        [actor] = read_wikidata([path], STANDARD).actors
        assert (actor.id, actor.kind, actor.wikidata) == ("norway", "country", "Q20")


def test_the_documented_table_is_read(imported, tmp_path, root):
    """What the documentation shows may be copied."""
    documented = (root / "docs/actors.md").read_text(encoding="utf-8")
    [table] = re.findall(r"^```csv\n(.*?)^```", documented, re.MULTILINE | re.DOTALL)
    (tmp_path / "table.csv").write_text(table, encoding="utf-8")
    result, files = imported({}, "csv", "table.csv")
    assert (result.exit_code, list(files)) == (0, ["fridtjof-nansen", "norway"])
    assert all(f"`{column}`" in documented for column in COLUMNS)


def test_an_old_dump_names_items_by_number_alone(tmp_path):
    entity = item("Q20", {"is": ["Q6256"], "en": ["Norway"]})
    entity["claims"]["P31"][0]["mainsnak"]["datavalue"]["value"] = {"entity-type": "item", "numeric-id": 6256}
    (tmp_path / "items.json").write_text(json.dumps(entity), encoding="utf-8")
    [actor] = read_wikidata([tmp_path / "items.json"], STANDARD).actors
    assert actor.kind == "country"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"{" + b" " * 2_000_000, "more than 1,000,000 bytes in one piece"),
        (gzip.compress(b" \n" * 2_000_000), "unpacks to more than 250 times its size"),
        (gzip.compress(b"{}" * 100)[:-9], "cannot be read"),
        (b"BZh9not bzip2", "cannot be read"),
        (b'{"labels": {}}\n' * 1_001, "is wrong in more than 1,000 places"),
        (b"name\0", "NUL"),
        (b"name,kind\n\xff", "is not UTF-8"),
    ],
)
def test_a_hostile_file_is_refused_with_its_reason(data, why, tmp_path):
    (tmp_path / "items").write_bytes(data)
    with pytest.raises(ImportFileError, match=f"items: .*{why}"):
        read_wikidata([tmp_path / "items"], Limits(bytes=1_000_000))


def test_nothing_that_a_file_holds_commands_a_terminal(imported, tmp_path):
    entities = {
        "\x1b[31mQ1": {"id": "\x1b[31mQ1", "labels": {}},
        "Q2": item("Q2", {"is": ["Q5"], "en": ["\x1b[2J Ada"]}),
    }
    (tmp_path / "items.json").write_text(json.dumps({"entities": entities}), encoding="utf-8")
    result, files = imported({}, "wikidata", "items.json")
    assert result.exit_code == 1
    assert list(files) == ["2j-ada"]
    assert "\x1b" not in result.output + files["2j-ada"]


def test_an_actor_that_is_known_without_a_file_gets_one_under_its_id():
    """By its code or its name; a name alone says nothing of an actor with a file."""
    there = {
        "united-states": Actor(id="united-states", name="United States", kind="country", iso="US"),
        "ilo": Actor(id="ilo", name="International Labour Organization", kind="organisation"),
        "red-cross": Actor(id="red-cross", name="Red Cross", kind="organisation"),
    }
    found = [
        Actor(id="united-states-of-america", name="United States of America", kind="country", iso="US", wikidata="Q30"),
        Actor(id="international-labour-organization", name="International Labour Organization", kind="organisation"),
        Actor(id="red-cross-q7", name="Red Cross", kind="organisation", wikidata="Q7"),
    ]
    planned = plan(Found(found), there, {"red-cross"})
    assert set(planned.texts) == {"united-states", "ilo"}
    assert planned.left_out == ["Red Cross is a name of red-cross; mark it there as ambiguous and import again"]


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.just("Q5")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(
                ["id", "labels", "aliases", "claims", "P31", "P39", "en", "value", "mainsnak", "datavalue"]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=20,
)


@given(value=JSON, labels=JSON, claims=JSON)
def test_whatever_an_item_holds_is_read_or_told(value, labels, claims, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "items.json"
    entity = {"id": "Q1", "labels": labels, "aliases": value, "claims": claims}
    path.write_text(json.dumps({"entities": {"Q1": entity}}), encoding="utf-8")
    found = read_wikidata([path], STANDARD, kind="person")
    assert len(found.actors) + len(found.wrong) + found.passed_over == 1


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text.strip() == text and text
)


@given(name=NAMES, other=NAMES, word=NAMES)
def test_a_file_is_read_back_as_it_was_meant(name, other, word):
    """Whatever a name holds, the file says it so that it is read again."""
    actor = Actor.model_validate(
        {
            "id": "a",
            "name": name,
            "kind": "person",
            "aliases": {"en": [other, {"name": f"{name} {word}", "beside": [word], "ambiguous": True}]},
            "roles": [{"title": word, "from": "2020", "to": "2021-05"}],
            "not": [word],
        }
    )
    source, body = read_front_matter(actor_text(actor))
    assert validate(Actor, source, {"id": "a", "biography": body}) == actor
