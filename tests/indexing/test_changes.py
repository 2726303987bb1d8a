"""Which pages an edit of the authority files touches."""

import pytest

from morgue.authority.builtin import with_built_in
from morgue.authority.entries import Actor, Authority, Role, Topic
from morgue.indexing import Indexer
from morgue.indexing.relevance import Relevance, traces_of
from morgue.model import Mask

BOARD = Actor(id="water-board", name="Harbour Water Board", kind="organisation")
NANSEN = Actor(id="nansen", name="Fridtjof Nansen", kind="person", roles=(Role(title="President of the League"),))
LEAGUE = Actor(id="league", name="League", kind="organisation")
LOCKS = Topic(id="locks", label="Locks", terms={"en": ("lock gate*",)})


def _files(*entries):
    actors, built_in = with_built_in({entry.id: entry for entry in entries if isinstance(entry, Actor)})
    filed = {entry.id for entry in entries}
    topics = {entry.id: entry for entry in entries if isinstance(entry, Topic)}
    return Relevance(Authority(actors=actors, topics=topics, built_in=built_in, unfiled=built_in - filed))


def _touched(before, now, text, listed=()):
    told = (text,), "en", listed
    changes = now.since(before.state)
    return None if changes is None else changes.touch(traces_of(before.relevant(*told)), *told)


@pytest.mark.parametrize(
    ("before", "now", "text", "listed", "touched"),
    [
        pytest.param([], [BOARD], "The Harbour Water Board said so.", (), True, id="a new name"),
        pytest.param([], [BOARD], "The harbour board said so.", (), False, id="a new name that is not there"),
        pytest.param([BOARD], [], "The Harbour Water Board said so.", (), True, id="a file that goes"),
        pytest.param(
            [BOARD],
            [BOARD.model_copy(update={"name": "Quay Board"})],
            "The Harbour Water Board said so.",
            (),
            True,
            id="an old name",
        ),
        pytest.param([BOARD], [BOARD, LOCKS], "Lock gates were mended.", (), True, id="a topic's term"),
        pytest.param([BOARD], [BOARD, LOCKS], "The gates were mended.", ("locks",), True, id="a topic that is listed"),
        pytest.param([BOARD], [BOARD, LOCKS], "The Harbour Water Board said so.", (), False, id="another topic"),
        pytest.param([LEAGUE], [LEAGUE, NANSEN], "The League's president spoke.", (), True, id="an office"),
        pytest.param([LEAGUE], [LEAGUE, NANSEN], "The League's treasurer spoke.", (), False, id="another office"),
        pytest.param(
            [NANSEN, LEAGUE], [NANSEN], "President Nansen spoke.", (), True, id="the file of whose office somebody held"
        ),
        pytest.param(
            [NANSEN, LEAGUE], [NANSEN, BOARD, LEAGUE], "President Nansen spoke.", (), False, id="another file"
        ),
    ],
)
def test_an_edit_touches_pages(before, now, text, listed, touched):
    """Those on which an old or a new name, or an office, stands."""
    assert _touched(_files(*before), _files(*now), text, listed) is touched


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Ivan Petrov", "Вчера видели Ивана Петрова.", id="a name that is declined"),
        pytest.param("Sergei Koroliov", "Сергей Королёв молчал.", id="a letter that is otherwise in an id"),
        pytest.param("Zavod No 5", "Компания «Завод № 5» закрыта.", id="a sign that is letters in an id"),
    ],
)
def test_a_name_found_touches_the_page_of_the_entry_that_its_id_means(clipping, name, text):
    """Though the entry's own name stands nowhere on it."""
    actor = Actor(id="known", name=name, kind="organisation")
    (found,) = Indexer(Authority(actors={actor.id: actor})).index(clipping(text, "ru"), Mask()).actors
    assert found.id == actor.id
    none, now = _files(), _files(actor)
    changes = now.since(none.state)
    assert changes.touch(traces_of(none.relevant((text,), "ru")), (text,), "ru", ())
    assert now.relevant((text,), "ru") == {("actor", actor.id)}


def test_what_is_built_in_is_not_told_file_by_file():
    """A built-in actor's names count by its file or without one: where files of such come or go, all is asked anew."""
    russia = Actor(id="russia", name="Russia", kind="country")
    america = Actor(id="usa", name="America", kind="country", iso="US")  # it takes a built-in actor's place
    none, filed, displaced = _files(), _files(russia), _files(america)
    assert [each.since(none.state) for each in (filed, displaced)] == [None, None]
    edited = _files(russia.model_copy(update={"name": "Russian Federation"}))
    assert _touched(filed, edited, "The Russian fleet.")
    assert not _touched(filed, edited, "The harbour.")


def test_a_state_does_not_depend_on_the_order_of_the_files():
    assert _files(BOARD, NANSEN, LOCKS).state == _files(LOCKS, NANSEN, BOARD).state
