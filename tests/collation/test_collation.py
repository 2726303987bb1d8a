"""The archive as a whole: its order, what is refused, how clippings are shown, and that nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from tests.collation.records import LONG, OTHER, URL, WORDS, actor, archive, record, shown

from morgue.authority.entries import Outlet
from morgue.authority.sidecar import Sidecar
from morgue.collation import display_of
from morgue.model import Archive, Failure
from morgue.settings import Settings


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
