"""Who is named in the same stories as whom."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from morgue.collation.co_mentions import CoMention, co_mentions, named_at
from morgue.model import ActorEntry

NAMED = {"s1": ("ada", "king", "rome"), "s2": ("ada", "rome"), "s3": ("king",), "s4": ("ada", "king")}


def test_those_who_meet_are_counted_with_their_stories_in_order():
    found = co_mentions(NAMED, ["s4", "s3", "s2", "s1"], most=9)
    assert found.actors == ("ada", "king", "rome")
    assert found.pairs == (
        CoMention("ada", "king", ("s4", "s1")),
        CoMention("ada", "rome", ("s2", "s1")),
        CoMention("king", "rome", ("s1",)),
    )


def test_only_the_most_often_named_beside_others_are_told_of():
    """Who is alone in a story gains no place by it; of equals the first by id has it."""
    assert co_mentions({**NAMED, "s5": ("rome",)}, [*NAMED, "s5"], most=2).pairs == (
        CoMention("ada", "king", ("s1", "s4")),
    )


def test_only_the_stories_asked_for_count():
    assert co_mentions(NAMED, ["s2", "s3"], most=9).pairs == (CoMention("ada", "rome", ("s2",)),)
    assert co_mentions(NAMED, ["unknown"], most=9).actors == ()


def test_a_clipping_s_actors_come_from_the_entries_one_a_story():
    entries = {
        name: ActorEntry(name, name, "person", known=True, clippings=clippings)
        for name, clippings in (("king", ("s1",)), ("ada", ("s1", "s2")))
    }
    assert named_at(entries) == {"s1": ("ada", "king"), "s2": ("ada",)}


@given(st.dictionaries(st.text("s0123", min_size=1), st.sets(st.sampled_from("abcdef")), max_size=12))
def test_every_pair_is_counted_whatever_the_order_of_names(stories):
    found = co_mentions({story: sorted(names) for story, names in stories.items()}, sorted(stories), most=6)
    turned = co_mentions({story: sorted(names)[::-1] for story, names in stories.items()}, sorted(stories), most=6)
    assert found == turned
    assert {frozenset((pair.one, pair.other)): len(pair.clippings) for pair in found.pairs} == {
        frozenset(two): count
        for two in combinations("abcdef", 2)
        if (count := sum(set(two) <= names for names in stories.values()))
    }
