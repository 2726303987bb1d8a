"""The page of an actor: who it is, what they said, with whom they appear; and the key of who is who in a clipping."""

import json
from types import SimpleNamespace

import lxml.html
import pytest
from msgspec.structs import replace

from morgue.authority.entries import Actor, Role
from morgue.model import ActorEntry
from morgue.publication.roles import role_on

FILE = """---
name: Ada Lovelace
kind: person
aliases:
  any: [Countess of Lovelace, Ada Lovelace]
  en: [Ada King, {name: Ada, ambiguous: true}]
  fr: [Ada Lovelace, Comtesse de Lovelace]
roles:
  - {title: Secretary, from: "1833"}
  - {title: Chair of the board, organisation: harbour-board, from: 2024-05, to: 2025-12-31}
part-of: harbour-board
wikidata: Q7259
---
Wrote the *first* program.
"""


@pytest.fixture
def output(build, small, tmp_path):
    """Return the small archive with four dated stories, two outlets and an organisation."""
    small.write_content(tmp_path)
    (tmp_path / "content/actors/ada-lovelace.md").write_text(FILE, encoding="utf-8")
    (tmp_path / "content/actors/harbour-board.md").write_text("---\nname: Harbour board\nkind: organisation\n---\n")
    archive = small.sample()
    board = ActorEntry("harbour-board", "Harbour board", "organisation", known=True, clippings=())
    return build(replace(archive, actors=archive.actors | {"harbour-board": board}))


def _page(output, url):
    return lxml.html.parse(str(output / url / "index.html")).getroot()


def _text(element):
    return " ".join(element.text_content().split())


def test_it_says_who_the_actor_is(output):
    page = _page(output, "actors/ada-lovelace/")
    assert [_text(role) for role in page.xpath("//ol[@class='roles']/li")] == [
        "Chair of the board, Harbour board May 2024 – December 31, 2025",
        "Secretary since 1833",
    ]
    assert page.xpath("//ol[@class='roles']//a/@href") == ["https://archive.example/small/actors/harbour-board/"]
    names = page.xpath("//details[@class='aliases']//div")
    assert [_text(each) for each in names] == [
        "Any language Countess of Lovelace",
        "English Ada King, Ada",
        "French Comtesse de Lovelace",
    ]
    assert names[2].xpath("dd/@lang") == ["fr"]
    assert page.xpath("string(//div[@class='lead']//em)") == "first"
    assert "Part of Harbour board Wikidata Q7259" in _text(page)
    assert "first seen May 1998 last seen February 20, 2025" in _text(page)


def test_its_stories_are_counted_by_neighbour_topic_and_outlet(output):
    aside = _page(output, "actors/ada-lovelace/").xpath("//aside[@class='apparatus']/section")
    found = {_text(section.find("h2")): [_text(item) for item in section.iter("li")] for section in aside}
    assert found["Appears with"] == ["M. Hand person, found by machine 1"]
    assert found["Topics"] == ["Harbours 4"]
    assert found["Sources"] == ["The Sample Herald 3", "Example Post 1", "Harbour Star 1"]


def test_what_is_drawn_stands_in_the_table(output):
    (figure,) = _page(output, "actors/ada-lovelace/").xpath("//figure[@class='timeline']")
    (table,) = figure.iter("table")
    rows = [[_text(cell) for cell in row] for row in table.xpath("tbody/tr")]
    assert rows == [["1998", "1", "1"], ["2025", "2", "2"]]
    titles = figure.xpath(".//g/title/text()")
    assert titles == ["1998: 1 story", "2025: 2 stories"]


def test_machines_are_told_who_it_is(output):
    (script,) = _page(output, "actors/ada-lovelace/").xpath("//script[@type='application/ld+json']/text()")
    said = json.loads(script)
    assert (said["@type"], said["name"]) == ("Person", "Ada Lovelace")
    assert said["sameAs"] == "https://www.wikidata.org/wiki/Q7259"
    assert said["alternateName"] == ["Countess of Lovelace", "Ada King", "Comtesse de Lovelace"]
    assert said["hasOccupation"][0]["endDate"] == "2025-12-31"


def test_a_name_that_a_machine_found_says_so_and_is_told_to_no_machine(output):
    page = _page(output, "actors/m-hand/")
    assert "A machine found this name" in _text(page)
    assert not page.xpath("//script[@type='application/ld+json']")
    assert "M. Hand person, found by machine 1" in _text(_page(output, "actors/"))


def test_what_follows_on_further_pages_is_the_stories_alone(build, small):
    output = build(small.archive(*(small.record(f"n{number}") for number in range(5))), DEFAULT_PAGINATION=2)
    first, second = (_page(output, url) for url in ("actors/ada-lovelace/", "actors/ada-lovelace/page/2/"))
    assert first.xpath("//section/h2/text()")[:2] == ["What they said", "Stories"]
    assert second.xpath("//section/h2/text()")[:1] == ["Stories"]
    assert len(second.xpath("//article")) == 2


def test_a_clipping_s_key_says_what_each_was_on_the_day(output):
    (page,) = output.glob("clippings/herald.example/lock-0*/index.html")
    (item,) = lxml.html.parse(str(page)).getroot().xpath("//section[@class='who']//li")
    assert _text(item) == "Ada Lovelace Chair of the board, Harbour board 1×"
    assert item.xpath(".//a/@href") == ["https://archive.example/small/actors/ada-lovelace/", "#who-1"]
    (page,) = output.glob("clippings/herald.example/old-*/index.html")
    assert _text(lxml.html.parse(str(page)).getroot().xpath("//section[@class='who']//li")[0]) == (
        "Ada Lovelace Secretary 1×"
    )


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (None, ""),
        ("1832-12-31", ""),
        ("1833", "Secretary"),
        ("2024-04-30", "Secretary"),
        ("2024", "Chair"),
        ("2025-12-31T23:00:00Z", "Chair"),
        ("2026-01-01", "Secretary"),
    ],
)
def test_a_role_is_that_of_the_day(day, held):
    catalogue = SimpleNamespace(actor_links={}, date=lambda _: None)
    roles = (Role(title="Secretary", since="1833"), Role(title="Chair", since="2024-05", until="2025-12-31"))
    actor = Actor(id="ada", name="Ada Lovelace", kind="person", roles=roles)
    assert role_on(catalogue, actor, day) == held
