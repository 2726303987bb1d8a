"""What every archive knows without a file: states, their governments, the bodies of governments."""

import pytest
from babel import Locale

from morgue.authority import bare_authority
from morgue.authority.builtin import built_in_actors, known_in, with_built_in
from morgue.authority.entries import Actor, Authority
from morgue.indexing import Indexer
from morgue.indexing.relevance import Relevance
from morgue.model import Mask


@pytest.fixture(scope="module")
def known(clipping):
    """Find the known actors of a text, with or without files."""

    def find(text, language="en", *files):
        actors, built_in = with_built_in({actor.id: actor for actor in files})
        filed = {actor.id for actor in files}
        authority = Authority(actors=actors, built_in=built_in, unfiled=built_in - filed)
        record = Indexer(authority).index(clipping(text, language), Mask())
        spans = [(m.start, text[m.start : m.end], a.id) for a in record.actors if a.known for m in a.mentions]
        return [[words, actor] for _, words, actor in sorted(spans)]

    return find


@pytest.mark.cases("states.yml")
def test_states(known, case):
    """States and bodies are found where they are meant, and governments where they act."""
    assert known(case["text"], case.get("language", "en")) == case["mentions"]


def test_a_file_adds_names_and_takes_names_away(known):
    """The names in a file count beside the built-in ones; ``not`` hides these too."""
    russia = Actor(id="russia", name="Russia", kind="country", aliases={"en": ("the Bear",)}, exclude=("Kremlin",))
    text = "the Bear and Russia met. Kremlin walls. Moscow said so."
    assert known(text, "en", russia) == [["the Bear", "russia"], ["Russia", "russia"], ["Moscow", "russia"]]


def test_a_file_overrides_field_by_field():
    """What a file says of a built-in actor replaces it; what it leaves out stays."""
    actors, _ = with_built_in({"russia": Actor(id="russia", name="Russian Federation", kind="country")})
    assert (actors["russia"].name, actors["russia"].iso) == ("Russian Federation", "RU")


@pytest.mark.parametrize(
    "own",
    [Actor(id="usa", name="America", kind="country", iso="US"), Actor(id="usa", name="United States", kind="bloc")],
)
def test_a_file_of_another_id_takes_the_place(known, own):
    """An archive that files a state under an id of its own has it once."""
    actors, built_in = with_built_in({"usa": own})
    assert "united-states" not in {*actors, *built_in}
    assert known(f"{own.name} and Japan.", "en", own) == [[own.name, "usa"], ["Japan", "japan"]]


def test_a_name_that_a_file_gives_to_somebody_else_is_theirs(known):
    """A person whom the archive calls Jordan is no state."""
    barbara = Actor(id="barbara-jordan", name="Barbara Jordan", kind="person", aliases={"any": ("Jordan",)})
    assert known("Jordan wrote. Amman said nothing.", "en", barbara) == [
        ["Jordan", "barbara-jordan"],
        ["Amman", "jordan"],
    ]


def test_a_condition_in_a_file_holds_for_the_built_in_name(known):
    """What the archivist lets only the text decide, the built-in authority does not decide."""
    mali = Actor(id="mali", name="Mali", kind="country", aliases={"any": ({"name": "Mali", "beside": ("Bamako",)},)})
    assert known("Mali votes.", "en", mali) == []
    assert known("Mali votes. Bamako is quiet.", "en", mali) == [["Mali", "mali"]]


def test_a_person_called_like_a_state_takes_no_place(known):
    """A person's file may bear a state's name; the state is known all the same, by its other names."""
    chad = Actor(id="chad-the-painter", name="Chad", kind="person")
    assert known("Chadian officials came.", "en", chad) == [["Chadian", "chad"]]


def test_ids_do_not_depend_on_libraries():
    """Addresses are for ever: every id is its name in the table, as a slug, and every table speaks of ids that are."""
    ids = set(built_in_actors())
    assert {"russia", "united-states", "turkey", "ivory-coast", "nato", "un-security-council"} <= ids
    assert all(set(known_in(language)) == ids for language in ("en", "de", "fr", "es", "ru", "uk", "ja", ""))


def test_names_of_states_leave_what_babel_knows_of_a_language_whole():
    assert known_in("fo")["norway"].names[0] == "Noreg"
    assert Locale("fo").character_order == "left-to-right"


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru", "uk"])
def test_no_name_is_two_actors(language):
    """No language calls two built-in actors alike."""
    claims = {}
    for actor, names in known_in(language).items():
        for name in {*names.names, *names.seats}:
            claims.setdefault(name, set()).add(actor)
    assert {name: actors for name, actors in claims.items() if len(actors) > 1} == {}


def test_a_file_of_a_built_in_actor_is_relevant_by_its_built_in_names():
    """A page that names Russia in German is read again when russia.md changes, and no other page."""
    bare = Relevance(bare_authority())
    actors, built_in = with_built_in({"russia": Actor(id="russia", name="Russian Federation", kind="country")})
    filed = Relevance(Authority(actors=actors, built_in=built_in, unfiled=built_in - {"russia"}))
    for text, same in (("Russlands Armee.", False), ("Die russische Regierung.", False), ("Japan und China.", True)):
        assert (_said_on(bare, text) == _said_on(filed, text)) is same


def test_a_file_that_takes_a_place_is_relevant_too():
    """So is a page that names the state whose place a file takes."""
    bare = Relevance(bare_authority())
    actors, built_in = with_built_in({"usa": Actor(id="usa", name="America", kind="country", iso="US")})
    filed = Relevance(Authority(actors=actors, built_in=built_in, unfiled=built_in))
    assert _said_on(bare, "Die Vereinigten Staaten.") != _said_on(filed, "Die Vereinigten Staaten.")
    assert _said_on(bare, "Japan.") == _said_on(filed, "Japan.")


def _said_on(relevance, text):
    """Return what stands for all that the files say which has a say on a German page."""
    return relevance.digest(relevance.relevant((text,), "de"))
