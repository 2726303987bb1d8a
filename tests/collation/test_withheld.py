"""What is withheld is nowhere, but that it is said so."""

from tests.collation.records import LONG, OTHER, URL, WORDS, archive, at, record, withheld

from morgue.authority.decisions import Decisions
from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.model import Withheld


def test_a_withheld_capture_takes_every_version_of_its_address_with_it():
    """Of the clipping nothing is left but that it is withheld, since when, why, and where its captures lie."""
    kept = record("https://b.example/2", OTHER)
    versions = [
        record(text="older", captured="2020", origin="captures/older.html"),
        record(sidecar=withheld(), captured="2021", origin="captures/withheld.html"),
        record("http://www.a.example/1?utm_source=x", "newer", captured="2022", origin="captures/newer.html"),
        record(text="", refused="no article", captured="2023", origin="captures/refused.html"),
    ]
    collated = archive(kept, *versions, actor_min_clippings=1)
    assert list(collated.records) == list(at("https://b.example/2"))
    assert (collated.versions, collated.refused) == ({}, ())
    [address] = at("https://a.example/1")
    origins = tuple(f"captures/{name}.html" for name in ("newer", "older", "refused", "withheld"))
    assert collated.withheld == {address: Withheld("At the outlet's request", "2026-01-05", origins)}


def test_byte_equal_captures_of_what_is_withheld_are_withheld_wherever_they_stand():
    """The copy's own address is withheld with all its versions, and so are byte-equal copies of those."""
    copy = "https://b.example/copy"
    collated = archive(
        record(sidecar=withheld(), digest="aa" * 32),
        record(copy, digest="aa" * 32),
        record(copy, "another version", digest="bb" * 32),
        record("https://c.example/copy", "another version", digest="bb" * 32),
        record("https://d.example/alike", "another version", digest="cc" * 32),
    )
    assert list(collated.withheld) == sorted(at("https://a.example/1", copy, "https://c.example/copy"))
    assert {each.reason for each in collated.withheld.values()} == {"At the outlet's request"}
    assert list(collated.records) == list(at("https://d.example/alike"))


def test_a_notice_captured_in_place_of_many_pages_withholds_none_of_them():
    """A refused capture of a withheld address may be the same at every address of an outlet."""
    notice = {"digest": "aa" * 32, "refused": "a consent page", "text": ""}
    others = [record(URL.format("a", number), OTHER) for number in (2, 3)]
    notices = [record(URL.format("a", number), **notice) for number in (1, 2, 3)]
    collated = archive(record(URL.format("a", 1), sidecar=withheld()), *notices, *others)
    assert list(collated.withheld) == list(at(URL.format("a", 1)))
    assert len(collated.records) == len(collated.refused) == 2


def test_an_address_stays_withheld_without_its_capture_and_with_a_new_one():
    """What stands in the archivists' files counts, whatever captures there are."""
    authority = Authority(
        withheld=(
            withheld(url="https://a.example/1"),
            withheld("On order of a court", "2025-12", url="https://a.example/1"),
            withheld(url="https://gone.example/1"),
        )
    )
    collated = archive(record(text="captured again", origin="captures/again.html"), authority=authority)
    assert not collated.records
    here, gone = at("https://a.example/1", "https://gone.example/1")
    assert collated.withheld == {
        here: Withheld("On order of a court", "2025-12", ("captures/again.html",)),
        gone: Withheld("At the outlet's request", "2026-01-05", ()),
    }


def test_a_story_goes_on_without_the_copy_that_is_withheld():
    """Another outlet's copy, whose bytes differ, becomes the representative; decisions may name what is gone."""
    urls = [URL.format(host, 1) for host in "abc"]
    texts = [f"{LONG} {' '.join(WORDS[120:130])}", LONG, LONG]
    records = [
        record(url, text, sidecar=withheld() if url == urls[0] else Sidecar())
        for url, text in zip(urls, texts, strict=True)
    ]
    collated = archive(*records, authority=Authority(decisions=Decisions(same=(tuple(urls),))))
    assert [story.members for story in collated.stories] == [at(*urls[1:])]
