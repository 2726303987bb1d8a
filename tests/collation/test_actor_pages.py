"""Which actors have pages, with which clippings, and what decisions make of them."""

from tests.collation.records import OTHER, actor, archive, at, record

from morgue.authority import bare_authority
from morgue.authority.decisions import Decisions
from morgue.authority.entries import Actor, Authority
from morgue.model import Quote


def test_actors_have_pages_by_story():
    """A discovered actor has a page from so many stories on, copies counted once; a known one always."""
    authority = Authority(actors={"nato": Actor(id="nato", name="NATO", kind="organisation")})
    hus, comenius = actor("jan-hus"), actor("jan-comenius")
    collated = archive(
        record("https://a.example/1", actors=[hus, comenius], published="2020"),
        record("https://b.example/1", actors=[comenius]),
        record("https://c.example/1", OTHER, actors=[hus], published="2021"),
        authority=authority,
        actor_min_clippings=2,
    )
    assert list(collated.actors) == ["jan-hus", "nato"]
    assert collated.actors["jan-hus"].clippings == at("https://c.example/1", "https://a.example/1")
    assert collated.actors["nato"].clippings == ()
    assert [entry.id for entry in collated.records[at("https://b.example/1")[0]].actors] == ["jan-comenius"]


def test_decisions_on_actors_reach_the_records():
    """Merged ids are replaced in actors, mentions and quotes; renamed ones have their name; rejected ones are gone."""
    authority = Authority(
        actors={"jan-hus": Actor(id="jan-hus", name="Jan Hus", kind="person")},
        decisions=Decisions(
            merge={"jan-hus": ("johannes-huss",), "johannes-huss": ("master-john",)},
            rename={"royal-soc": "Royal Society"},
            reject=("morning-star",),
        ),
    )
    quotes = [Quote(0, 4, "direct", "Huss", who, "said", "after", 0.9) for who in ("master-john", "morning-star", None)]
    named = [
        actor("jan-hus", known=True),
        actor("master-john"),
        actor("royal-soc", kind="organisation"),
        actor("morning-star"),
    ]
    collated = archive(record(actors=named, quotes=quotes), authority=authority, actor_min_clippings=1)
    (shown_record,) = collated.records.values()
    assert [(entry.id, entry.name, entry.known, len(entry.mentions)) for entry in shown_record.actors] == [
        ("jan-hus", "Jan Hus", True, 2),
        ("royal-soc", "Royal Society", False, 1),
    ]
    assert {mention.actor for entry in shown_record.actors for mention in entry.mentions} == {"jan-hus", "royal-soc"}
    assert [quote.actor for quote in shown_record.quotes] == ["jan-hus", None, None]
    assert {key: entry.name for key, entry in collated.actors.items()} == {
        "jan-hus": "Jan Hus",
        "royal-soc": "Royal Society",
    }


def test_built_in_actors_have_a_page_where_a_clipping_names_them():
    """A state that nobody names and nobody filed has none; one named once has, however many found ones need."""
    norway = actor("norway", kind="country", known=True)
    collated = archive(record(actors=[norway]), authority=bare_authority(), actor_min_clippings=2)
    assert [(entry.id, entry.known, len(entry.clippings)) for entry in collated.actors.values()] == [
        ("norway", True, 1)
    ]
