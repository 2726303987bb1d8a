"""Persons whom the machine found under several names are one where the archive leaves no second bearer."""

import hashlib

import pytest

from morgue.authority.entries import Actor, Authority, Decisions
from morgue.collation import collate
from morgue.model import Clipping, Mention, NamedActor, Quote, Record
from morgue.settings import Settings

KNOWN = Authority(actors={"v-putin": Actor(id="v-putin", name="Vladimir Putin", kind="person")})


def archive(*clippings, authority=None):
    """Return the archive of clippings, each given by the names in it: ``~`` marks a surname alone, ``+`` a known id."""
    records = []
    for number, names in enumerate(clippings):
        actors = []
        for name in names.split(", "):
            plain, known = name.strip("~+"), name.startswith("+")
            identity = plain if known else plain.lower().replace(". ", "-").replace(" ", "-")
            rule = "bare" if name.startswith("~") else "model"
            shown = "Vladimir Putin" if known else plain
            actors.append(NamedActor(identity, shown, "person", known, (Mention(identity, 0, 4, rule, 0.9),)))
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        fields = dict.fromkeys(("captured", "source", "published", "updated"))
        clipping = Clipping(
            origin=f"{number}.html", digest=digest, url=f"https://a.example/{number}", title="", byline=(),
            language="en", extracted="", blocks=(), **fields,
        )  # fmt: skip
        quote = Quote(0, 4, "direct", "X", actors[0].id, "said", "after", 0.9)
        records.append(Record(clipping, actors=tuple(actors), quotes=(quote,)))
    return collate(records, (), authority or Authority(), Settings(actor_min_clippings=1))


@pytest.mark.parametrize(
    ("clippings", "named"),
    [
        (["Vladimir Putin", "~Putin"], [["vladimir-putin"], ["vladimir-putin"]]),
        (["Pierre Curie", "Marie Curie", "~Curie"], [["pierre-curie"], ["marie-curie"], ["curie"]]),
        (["Gerald Ford", "Gerald R. Ford", "~Ford"], [["gerald-ford"], ["gerald-ford"], ["gerald-ford"]]),
        (["George Bush", "George W. Bush", "George H. Bush"], [["george-bush"], ["george-w-bush"], ["george-h-bush"]]),
        (["+v-putin", "~Putin"], [["v-putin"], ["v-putin"]]),
        (["Gerald Ford, Gerald R. Ford"], [["gerald-ford"]]),
    ],
)
def test_one_person_has_one_id(clippings, named):
    collated = archive(*clippings, authority=KNOWN if "+" in str(clippings) else None)
    assert [[actor.id for actor in record.actors] for record in collated.records.values()] == named
    assert [record.quotes[0].actor for record in collated.records.values()] == [ids[0] for ids in named]


def test_initials_lead_to_who_has_a_file_though_no_page_names_them_without():
    collated = archive("Vladimir S. Putin", "Putin", authority=KNOWN)
    assert [[actor.id for actor in record.actors] for record in collated.records.values()] == [["v-putin"], ["putin"]]
    assert collated.actors["v-putin"].name == "Vladimir Putin"


def test_other_initials_than_those_in_a_file_are_somebody_else_s():
    ford = Actor(id="gerald-ford", name="Gerald Ford", kind="person", aliases={"any": [{"name": "Gerald R. Ford"}]})
    collated = archive("Gerald B. Ford", authority=Authority(actors={ford.id: ford}))
    assert [actor.id for record in collated.records.values() for actor in record.actors] == ["gerald-b-ford"]


def test_two_with_a_file_each_are_two():
    names = {"gerald-ford": "Gerald Ford", "gerald-r-ford": "Gerald R. Ford"}
    files = {key: Actor(id=key, name=name, kind="person") for key, name in names.items()}
    assert archive("Vladimir Putin", authority=Authority(actors=files)).actors.keys() >= files.keys()


def test_the_name_is_the_full_one():
    collated = archive("~Putin", "~Putin", "Vladimir Putin")
    assert {actor.name for record in collated.records.values() for actor in record.actors} == {"Vladimir Putin"}
    assert collated.actors["vladimir-putin"].name == "Vladimir Putin"


def test_a_surname_that_may_be_anybodys_has_no_page():
    assert set(archive("~Curie", "~Curie", "Pierre Curie", "Marie Curie").actors) == {"pierre-curie", "marie-curie"}


def test_the_archivists_word_comes_last():
    authority = Authority(decisions=Decisions(reject=("vladimir-putin",)))
    assert all(
        not record.actors for record in archive("Vladimir Putin", "~Putin", authority=authority).records.values()
    )
