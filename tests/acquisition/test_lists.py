"""Lists, feeds and sitemaps give the addresses that they name, whatever else is in them."""

import gzip
from itertools import islice
from pathlib import Path

import pytest
import yaml

from morgue.acquisition import AcquisitionError
from morgue.acquisition.gathering import Gathering
from morgue.acquisition.lists import read_list
from morgue.model import Failure

HERE = "https://harbour-courier.example/feeds/list"
CASES = yaml.safe_load(Path(__file__).with_name("lists.yml").read_text(encoding="utf-8"))
LIMIT = 100_000


def index(*places):
    inner = "".join(f"<sitemap><loc>{place}</loc></sitemap>" for place in places)
    return f"<sitemapindex>{inner}</sitemapindex>"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
@pytest.mark.parametrize("packed", [False, True], ids=["", "packed"])
def test_a_list_is_known_by_its_content(case, packed):
    payload = case["list"].encode()
    payload = gzip.compress(payload) if packed else payload
    if "reason" in case:
        with pytest.raises(AcquisitionError, match=case["reason"]):
            read_list(payload, HERE, LIMIT)
    else:
        found = read_list(payload, HERE, LIMIT)
        assert list(found.pages) == case["pages"]
        assert list(found.lists) == case.get("lists", [])


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (gzip.compress(bytes(10**7)), "unpacks to more than 100000 bytes"),
        (gzip.compress(b"https://a.example/1")[:-5], "breaks off"),
        (b"\x80\x81\x82", "no text in UTF-8"),
        (b"{" + b'"a":[' * 100_000, "begins as JSON"),
    ],
)
def test_what_is_no_list_is_named(payload, reason):
    with pytest.raises(AcquisitionError, match=reason):
        read_list(payload, HERE, LIMIT)


def test_a_sitemap_of_any_depth_of_elements_ends():
    with pytest.raises(AcquisitionError, match="cannot be read as a feed"):
        read_list(b"<urlset>" + b"<a>" * 100_000 + b"</a>" * 100_000 + b"</urlset>", HERE, LIMIT)


@pytest.fixture
def gathered():
    """Return a function that gathers from lists by their addresses, and the addresses that it asked."""

    def gathered(lists, first, most=100):
        asked = []

        def fetch(address):
            asked.append(address)
            if address not in lists:
                raise AcquisitionError("the site has no such page (404); check the address")
            return lists[address].encode(), address

        return list(islice(Gathering(fetch, LIMIT).addresses(first.encode(), HERE), most)), asked

    return gathered


def test_the_sitemaps_of_an_index_are_read_in_their_order_and_each_address_is_named_once(gathered):
    lists = {
        "https://a.example/1.xml": "<urlset><url><loc>https://a.example/1</loc></url></urlset>",
        "https://a.example/2.xml": "<urlset><url><loc>https://a.example/1</loc></url><url><loc>/2</loc></url></urlset>",
    }
    found, asked = gathered(lists, index(*lists, "https://a.example/1.xml"))
    assert found == ["https://a.example/1", "https://a.example/2"]
    assert asked == list(lists)


def test_a_sitemap_that_cannot_be_had_is_a_failure_and_the_others_are_read(gathered):
    lists = {"https://a.example/2.xml": "<urlset><url><loc>https://a.example/2</loc></url></urlset>"}
    found, _ = gathered(lists, index("https://a.example/1.xml", "https://a.example/2.xml"))
    assert found == [
        Failure("https://a.example/1.xml", "the site has no such page (404); check the address"),
        "https://a.example/2",
    ]


def test_an_index_that_names_itself_is_read_once(gathered):
    found, asked = gathered(
        {"https://a.example/1.xml": index(HERE, "https://a.example/1.xml")}, index(HERE, "https://a.example/1.xml")
    )
    assert (found, asked) == ([], ["https://a.example/1.xml"])


def test_an_index_without_a_bottom_ends(gathered):
    lists = {f"https://a.example/{n}.xml": index(f"https://a.example/{n + 1}.xml") for n in range(50)}
    (failure,), asked = gathered(lists, index("https://a.example/0.xml"))
    assert "more than 3 lists deep" in failure.reason
    assert len(asked) == 3


def test_an_index_of_endless_lists_ends(gathered):
    places = [f"https://a.example/{number}.xml" for number in range(600)]
    found, asked = gathered(dict.fromkeys(places, ""), index(*places), most=1000)
    assert len(asked) < 510
    assert all("behind 500 others" in failure.reason for failure in found)


def test_no_more_lists_are_read_than_their_addresses_are_wanted(gathered):
    places = [f"https://a.example/{number}.xml" for number in range(10)]
    lists = {place: f"{place}/a\n{place}/b\n" for place in places}
    found, asked = gathered(lists, index(*places), most=3)
    assert len(found) == 3
    assert len(asked) == 2
