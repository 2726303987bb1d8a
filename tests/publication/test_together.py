"""Who is named with whom: a drawing, and the same in a table that leads to the stories."""

from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from morgue.address import address_of
from morgue.collation import CoMention, CoMentions
from morgue.model import ActorEntry
from morgue.publication.matrix import matrix
from morgue.publication.views import Link

NAMES = {"king": ("King Tide", "person", True), "rome": ("Rome", "country", True), "hand": ("M. Hand", "person", False)}


def _archive(small, actors, stories=7):
    """Return an archive in whose every story Ada Lovelace is named; the others in the first so many."""
    records = [small.record(f"s{number}", published=f"2025-02-{20 - number:02}") for number in range(stories)]
    addresses = [address_of(record.clipping.url, record.clipping.digest) for record in records]
    entries = [
        ActorEntry(identity, *NAMES[identity][:2], known=NAMES[identity][2], clippings=tuple(addresses[:count]))
        for identity, count in actors.items()
    ]
    return small.archive(*records, actors=entries)


def _page(output, url):
    return lxml.html.parse(str(output / url / "index.html")).getroot()


def _text(element):
    return " ".join(element.text_content().split())


def test_drawing_and_table_say_the_same(build, small):
    page = _page(build(_archive(small, {"king": 6, "rome": 2})), "named-together/")
    cells = {cell.get("href").removeprefix("#"): cell.findtext("text") for cell in page.xpath("//svg/a[rect]")}
    rows = page.xpath("//table[@class='pairs']/tbody/tr")
    assert {row.get("id"): _text(row.find("td")) for row in rows} == cells
    assert cells == {"ada-lovelace.king": "6", "ada-lovelace.rome": "2", "king.rome": "2"}
    darkness = [cell.find("rect").get("class") for cell in page.xpath("//svg/a[rect]")]
    assert darkness == ["l3", "l1", "l1"]  # in order of the pairs: the more stories, the darker
    assert page.xpath("//svg/a[not(rect)]/text/text()") == ["Ada Lovelace", "King Tide", "Rome"]
    assert "Who is named in the same stories as whom?" in page.xpath("string(//figcaption)")
    assert not page.xpath("//svg//a[not(@tabindex='-1')]")


def test_a_row_names_the_newest_stories_and_how_many_more_there_are(build, small):
    page = _page(build(_archive(small, {"king": 6, "rome": 2})), "named-together/")
    row = page.get_element_by_id("ada-lovelace.king")
    assert len(row.xpath(".//li/a[contains(@href, 'clippings/')]")) == 3
    assert _text(row.xpath(".//li")[0]) == "Old lock opens February 20, 2025"
    assert _text(row.xpath(".//li")[-1]) == "and 3 older: search for all"


def test_each_topic_has_a_page_of_its_own_where_three_meet(build, small):
    output = build(_archive(small, {"king": 6, "rome": 2}))
    assert _page(output, "topics/harbours/").xpath("//a[contains(@href, 'named-together/harbours/')]")
    assert _page(output, "actors/").xpath("//a[contains(@href, 'named-together/')]")
    page = _page(output, "named-together/harbours/")
    assert "stories on Harbours" in _text(page)
    (search,) = page.xpath("//tr[@id='ada-lovelace.king']//a[contains(@href, 'search/')]/@href")
    asked = parse_qs(urlsplit(search).query)
    assert (asked["actor"], asked["topic"]) == (["Ada Lovelace", "King Tide"], ["Harbours"])
    assert not (output / "named-together/empty").exists()
    assert not _page(output, "topics/empty/").xpath("//a[contains(@href, 'named-together')]")


def test_where_fewer_meet_there_is_no_page_and_no_way_to_it(build, small):
    output = build(_archive(small, {"king": 6}))
    assert not (output / "named-together").exists()
    assert not [path for path in output.rglob("*.html") if "named-together" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("private", [False, True])
def test_a_page_that_names_a_person_without_a_file_is_kept_from_search_engines(build, small, private):
    output = build(_archive(small, {"king": 6, "rome": 2} | ({"hand": 2} if private else {})))
    page = _page(output, "named-together/")
    assert bool(page.xpath("//meta[@name='robots']")) == private
    assert ("King Tide and M. Hand (found by machine)" in _text(page)) == private
    assert ("named-together/" in (output / "sitemap.xml").read_text(encoding="utf-8")) != private


def test_a_large_number_has_room():
    """A cell is as wide as the longest number asks for, and never too small to touch."""
    links = {name: Link(name, f"actors/{name}/") for name in ("ada", "king")}
    for stories, side in ((9, 30), (999, 30), (10_000, 46)):
        pair = CoMention("ada", "king", tuple(map(str, range(stories))))
        drawn = matrix(CoMentions(("ada", "king"), (pair,)), links)
        assert (drawn.side, drawn.height) == (side, 2 * side)


def test_the_drawing_is_bounded(build, small):
    """However many actors meet, sixteen are drawn."""
    records = [small.record(f"s{number}") for number in range(2)]
    addresses = tuple(address_of(record.clipping.url, record.clipping.digest) for record in records)
    entries = [
        ActorEntry(f"a{number}", "Bridges " * 9, "bloc", known=True, clippings=addresses) for number in range(40)
    ]
    page = _page(build(small.archive(*records, actors=entries)), "named-together/")
    assert len(page.xpath("//svg/a[not(rect)]")) == 16
    assert len(page.xpath("//svg/a[rect]")) == len(page.xpath("//tbody/tr")) == 120
    assert {len(name) for name in page.xpath("//svg/a[not(rect)]/text/text()")} == {36}
