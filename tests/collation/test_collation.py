import hashlib
import random
import time

from hypothesis import given
from hypothesis import strategies as st

from morgue.address import address_of
from morgue.authority import bare_authority
from morgue.authority.decisions import Decisions
from morgue.authority.entries import Actor, Authority, Outlet
from morgue.authority.sidecar import Sidecar
from morgue.collation import collate, display_of
from morgue.model import Archive, Clipping, Failure, Mention, NamedActor, Quote, Record, Sighting, Withheld
from morgue.settings import Settings

WORDS = [f"word{number}" for number in range(400)]
LONG = " ".join(WORDS[:120])
OTHER = " ".join(WORDS[200:320])
URL = "https://{}.example/news/{}"


def record(url="https://a.example/1", text=LONG, actors=(), quotes=(), **fields):
    """Return a record of a clipping; its digest follows from what is said of it unless it is given."""
    digest = hashlib.sha256(repr((url, text, sorted(fields.items()), actors)).encode()).hexdigest()
    clipping = {
        "origin": f"captures/{digest[:6]}.html",
        "digest": digest,
        "url": url,
        "captured": None,
        "title": "A title",
        "byline": (),
        "source": None,
        "published": None,
        "updated": None,
        "language": "en",
        "extracted": text,
        "blocks": (),
        **fields,
    }
    return Record(Clipping(**clipping), text=text, actors=tuple(actors), quotes=tuple(quotes))


def actor(identity, name="", kind="person", *, known=False):
    return NamedActor(
        identity, name or identity.replace("-", " ").title(), kind, known, (Mention(identity, 0, 4, "name", 1.0),)
    )


def archive(*records, authority=None, failures=(), **settings):
    return collate(records, failures, authority or Authority(), Settings(**settings))


def shown(collated):
    """Return the texts of an archive, in order."""
    return [entry.text for entry in collated.records.values()]


def at(*urls):
    return tuple(address_of(url, "") for url in urls)


def test_newest_version_is_shown():
    """Captures of one URL are versions of one clipping, newest first, whatever tracks them."""
    old = record(text="old", captured="2020-01-01")
    new = record("https://www.a.example/1?utm_source=x", text="new", captured="2020-01-01T10:00:00+02:00")
    collated = archive(old, new)
    assert shown(collated) == ["new"]
    (versions,) = collated.versions.values()
    assert list(collated.versions) == list(at("https://a.example/1"))
    assert [version.record for version in versions] == [new, old]


def test_what_an_archivist_wrote_of_a_page_outlives_its_next_capture():
    """Byte-equal captures are one: the described one stands for them, though a newer one has a sidecar of its own."""
    described = record(digest="ab" * 32, captured="2025-01", title="Corrected", sidecar=Sidecar(title="Corrected"))
    again = record(digest="ab" * 32, captured="2025-02", sidecar=Sidecar(captured="2025-02"))
    [[version]] = archive(again, described).versions.values()
    assert version.record.clipping.title == "Corrected"
    assert [capture.captured for capture in version.captures] == ["2025-02", "2025-01"]


def test_how_a_page_may_be_shown_holds_for_its_newer_versions():
    oldest = record(text="One", captured="2025-01", sidecar=Sidecar(display="record", rights="Theirs"))
    older = record(text="Two", captured="2025-02", sidecar=Sidecar(display="excerpt", title="A plan"))
    new = record(text="Three", captured="2025-03")
    [shown_now] = archive(new, older, oldest).records.values()
    sidecar = shown_now.clipping.sidecar
    assert (shown_now.text, sidecar.display, sidecar.rights, sidecar.title) == ("Three", "excerpt", "Theirs", None)


def test_versions_are_compared_in_one_time_zone():
    """A capture that is later on the clock of another zone is not newer for that."""
    earlier = record(text="earlier", captured="2020-01-01T12:00:00+05:00")
    later = record(text="later", captured="2020-01-01T11:00:00+00:00")
    assert shown(archive(earlier, later)) == ["later"]


def test_versions_without_capture_date_go_by_update():
    """Where no capture is dated, the page's own dates decide."""
    first = record(text="first", published="2020-01-01")
    second = record(text="second", published="2020-01-01", updated="2020-01-03")
    assert shown(archive(second, first)) == ["second"]


def test_equal_captures_are_one_and_both_are_listed():
    """They are one version, as new as the newest of them; each keeps its time and its origin."""
    times = {"b": "2021-05", "a": "2021-05", "c": "2023", "d": None}
    equal = [record(origin=f"captures/{name}.html", digest="ab" * 32, captured=time) for name, time in times.items()]
    between = record(text="between", origin="captures/e.html", captured="2022")
    collated = archive(*equal, between)
    assert [entry.clipping.origin for entry in collated.records.values()] == ["captures/c.html"]
    [[first, second]] = collated.versions.values()
    assert [(each.captured, each.origin) for each in first.captures] == [
        ("2023", "captures/c.html"),
        ("2021-05", "captures/a.html"),
        ("2021-05", "captures/b.html"),
        (None, "captures/d.html"),
    ]
    assert (second.record, second.captures) == (between, (Sighting("2022", "captures/e.html"),))


def test_equal_captures_alone_are_listed_too():
    """A clipping with one version has it listed where more than one capture holds it."""
    [[version]] = archive(record(origin="a", digest="ab" * 32), record(origin="b", digest="ab" * 32)).versions.values()
    assert [each.origin for each in version.captures] == ["a", "b"]
    assert not archive(record()).versions


def test_refused_stand_apart_and_hide_nothing():
    """A refused capture is listed with the refused; an older good one of the same address stays."""
    good = record(text="good", captured="2020")
    bad = record(text="", captured="2021", refused="no article")
    collated = archive(bad, good, failures=[Failure("b", "broken"), Failure("a", "broken")])
    assert shown(collated) == ["good"]
    assert collated.refused == (bad,)
    assert [failure.origin for failure in collated.failures] == ["a", "b"]


def test_order_is_by_date_then_address():
    """Newest first, one day's by address, the undated last; a capture's date serves where none is published."""
    collated = archive(
        record("https://a.example/undated", text="undated"),
        record("https://a.example/b", text="b", published="2020-05-01"),
        record("https://a.example/a", text="a", published="2020-05-01"),
        record("https://a.example/month", text="month", published="2020-05"),
        record("https://a.example/captured", text="captured", captured="2021-01-01"),
    )
    assert shown(collated) == ["captured", "a", "b", "month", "undated"]


def test_near_copies_form_one_story():
    """Copies of which one is cut, one begun anew and one unlike: three are a story, the fullest stands for it."""
    full, cut = record("https://a.example/1"), record("https://b.example/1", " ".join(WORDS[:90]))
    begun = record("https://c.example/1", " ".join([*WORDS[390:399], *WORDS[:100]]))
    other = record("https://d.example/1", OTHER)
    (story,) = archive(cut, other, begun, full).stories
    assert story.members == at("https://a.example/1", "https://c.example/1", "https://b.example/1")


def test_a_copy_that_breaks_off_stands_for_its_story_last():
    """A whole copy stands before a longer one that breaks off, and so does one that is shown in part."""
    whole = record("https://a.example/1", " ".join(WORDS[:100]))
    cut = record("https://b.example/1", incomplete="a wall")
    held = record("https://c.example/1", " ".join(WORDS[:90]), sidecar=Sidecar(display="excerpt"))
    (story,) = archive(cut, held, whole).stories
    assert story.members == at("https://a.example/1", "https://c.example/1", "https://b.example/1")


def test_of_equally_full_copies_the_earliest_represents():
    """Of copies of one length the earliest stands for the story; the undated come last, by address."""
    copies = [("a", None), ("b", None), ("c", "2020-02"), ("d", "2020-01-31")]
    records = [record(f"https://{host}.example/1", published=date) for host, date in copies]
    (story,) = archive(*records).stories
    assert story.members == at(*(f"https://{host}.example/1" for host in "dcab"))


def test_an_excerpt_does_not_represent():
    """The fullest copy that may be shown whole stands for the story."""
    excerpt = record("https://a.example/1", sidecar=Sidecar(display="excerpt"))
    whole = record("https://b.example/1", " ".join(WORDS[:100]))
    (story,) = archive(excerpt, whole).stories
    assert story.members[0] == at("https://b.example/1")[0]


def test_short_texts_are_compared_whole():
    """Texts too short for a sample are a story if alike, and texts of a few words only if equal."""
    short = [record(f"https://{host}.example/1", " ".join(WORDS[start:30])) for host, start in (("a", 0), ("b", 3))]
    tiny = [record(f"https://{host}.example/2", text) for host, text in (("a", "Gone."), ("b", "gone"), ("c", "Back"))]
    empty = [record(f"https://{host}.example/3", "") for host in "ab"]
    stories = archive(*short, *tiny, *empty).stories
    assert sorted(story.members for story in stories) == sorted(
        [at("https://a.example/1", "https://b.example/1"), at("https://a.example/2", "https://b.example/2")]
    )


def test_an_archivist_says_what_is_the_same():
    """Decisions join what is unlike and part what is alike; a URL that the archive lacks is passed over."""
    same = ("https://a.example/1", "https://b.example/1", "https://gone.example/")
    unlike = record("https://a.example/1"), record("https://b.example/1", OTHER)
    assert len(archive(*unlike, authority=Authority(decisions=Decisions(same=(same,)))).stories) == 1
    alike = record("https://a.example/1"), record("https://b.example/1")
    assert archive(*alike, authority=Authority(decisions=Decisions(different=(same,)))).stories == ()


def test_parted_clippings_do_not_meet_through_a_third():
    """What an archivist parted stays apart though both are like a third."""
    records = [record(f"https://{host}.example/1") for host in "abc"]
    decisions = Decisions(different=(("https://a.example/1", "https://b.example/1"),))
    (story,) = archive(*records, authority=Authority(decisions=decisions)).stories
    assert story.members == at("https://a.example/1", "https://c.example/1")


def test_display_is_decided_by_the_nearest_word():
    """The sidecar's display beats the outlet's, which beats the setting; an outlet speaks for hosts below its own."""
    outlets = {"o": Outlet(id="o", name="O", hosts=("a.example",), display="excerpt")}
    settings = Settings(display="record")
    own = record("https://news.a.example/1", sidecar=Sidecar(display="full")).clipping
    outlet = record("https://news.a.example/1").clipping
    neither = record("https://nota.example/1").clipping
    assert [display_of(clipping, outlets, settings) for clipping in (own, outlet, neither)] == [
        "full",
        "excerpt",
        "record",
    ]


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


RECORDS = st.lists(
    st.builds(
        record,
        url=st.one_of(st.none(), st.builds(URL.format, st.sampled_from("abc"), st.integers(1, 3))),
        text=st.sampled_from([LONG, " ".join(WORDS[:80]), " ".join(WORDS[60:160]), OTHER, "Gone.", ""]),
        published=st.sampled_from([None, "2020", "2020-05", "2020-05-01T10:00:00Z"]),
        captured=st.sampled_from([None, "2021-01-01", "2021-01-02"]),
        refused=st.sampled_from(["", "", "no article"]),
        actors=st.lists(
            st.builds(actor, st.sampled_from(["jan-hus", "nato"]), st.sampled_from(["", "J. Hus"])), max_size=1
        ),
    ),
    max_size=12,
)


@given(records=RECORDS, data=st.data())
def test_order_of_input_does_not_matter(records, data):
    """The same records in any order make an equal archive, its keys in the same order."""
    one = archive(*records, actor_min_clippings=1)
    two = archive(*data.draw(st.permutations(records)), actor_min_clippings=1)
    assert one == two
    assert [list(one.records), list(one.versions), list(one.actors)] == [
        list(two.records),
        list(two.versions),
        list(two.actors),
    ]


@given(records=RECORDS)
def test_nothing_is_lost(records):
    """Every record is shown, a version of one that is shown, or refused; every story's member is shown, once."""
    collated: Archive = archive(*records)
    kept = [entry for address, entry in collated.records.items() if address not in collated.versions]
    kept += [capture for versions in collated.versions.values() for each in versions for capture in each.captures]
    assert len(kept) + len(collated.refused) == len(records)
    members = [member for story in collated.stories for member in story.members]
    assert len(members) == len(set(members))
    assert set(members) <= set(collated.records)


def test_thousands_of_records_with_boilerplate_take_seconds():
    """Boilerplate that all pages share, and one story of hundreds of copies, do not make collation quadratic."""
    chance = random.Random(1)
    vocabulary = [f"w{number}" for number in range(3000)]
    boiler = " ".join(vocabulary[:12])
    texts = [f"{boiler} {' '.join(chance.choices(vocabulary, k=150))}" for _ in range(1200)]
    texts += [f"{boiler} {LONG} {number}" for number in range(300)]
    records = [record(URL.format("a", number), text) for number, text in enumerate(texts)]
    begun = time.process_time()
    (story,) = archive(*records).stories
    assert len(story.members) == 300
    assert time.process_time() - begun < 20


def withheld(reason="At the outlet's request", date="2026-01-05", **fields):
    return Sidecar(withheld=True, reason=reason, date=date, **fields)


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


def test_built_in_actors_have_a_page_where_a_clipping_names_them():
    """A state that nobody names and nobody filed has none; one named once has, however many found ones need."""
    norway = actor("norway", kind="country", known=True)
    collated = archive(record(actors=[norway]), authority=bare_authority(), actor_min_clippings=2)
    assert [(entry.id, entry.known, len(entry.clippings)) for entry in collated.actors.values()] == [
        ("norway", True, 1)
    ]
