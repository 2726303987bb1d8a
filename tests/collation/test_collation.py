import hashlib
import random
import time

from hypothesis import given
from hypothesis import strategies as st

from morgue.address import address_of
from morgue.authority.entries import Actor, Authority, Decisions, Outlet
from morgue.authority.sidecar import Sidecar
from morgue.collation import collate, display_of
from morgue.model import Archive, Clipping, Failure, Mention, NamedActor, Quote, Record
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
    assert collated.versions == {at("https://a.example/1")[0]: (new, old)}


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
    """Of byte-equal captures the first by origin is shown; the other origin stays among the versions."""
    twins = [record(origin=origin, digest="ab" * 32) for origin in ("captures/b.html", "captures/a.html")]
    collated = archive(*twins)
    assert [entry.clipping.origin for entry in collated.records.values()] == ["captures/a.html"]
    (versions,) = collated.versions.values()
    assert [entry.clipping.origin for entry in versions] == ["captures/a.html", "captures/b.html"]


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
    kept += [entry for versions in collated.versions.values() for entry in versions]
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
    begun = time.monotonic()
    (story,) = archive(*records).stories
    assert len(story.members) == 300
    assert time.monotonic() - begun < 20
