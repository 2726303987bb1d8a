"""Known persons by their offices on a day, by initials and however they are accented."""

from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from morgue.authority.builtin import with_built_in
from morgue.authority.entries import Actor, Authority
from morgue.indexing import Indexer
from morgue.indexing.relevance import Relevance
from morgue.model import Mask


def _authority(**changes):
    """Return what is built in and the files of roles.yml, with fields of some changed."""
    written = yaml.safe_load(Path(__file__).with_name("roles.yml").read_text("utf-8"))
    files = {
        key: Actor(id=key, **{**fields, **changes.get(key.replace("-", "_"), {})}) for key, fields in written.items()
    }
    actors, built_in = with_built_in(files)
    return Authority(actors=actors, built_in=built_in, unfiled=built_in)


@pytest.fixture(scope="module")
def indexer():
    return Indexer(_authority())


@pytest.mark.cases("roles.yml")
def test_roles(indexer, clipping, case):
    """An office stands for the one known person who holds it on the day of publication."""
    page = replace(
        clipping(case["text"], case.get("language", "en")), published=case.get("published") and str(case["published"])
    )
    record = indexer.index(page, Mask())
    people = [actor for actor in record.actors if actor.kind == "person" and actor.known]
    spans = sorted((m.start, case["text"][m.start : m.end], a.id) for a in people for m in a.mentions)
    assert [[words, actor] for _, words, actor in spans] == case["mentions"]


@pytest.mark.parametrize(
    ("text", "language", "relevant"),
    [
        ("The Russian president spoke.", "en", True),
        ("Президент России молчит.", "ru", True),
        ("President Yeltsin spoke.", "en", True),
        ("B. Yeltsin spoke.", "en", True),
        ("Russia spoke.", "en", False),
        ("The French president spoke.", "en", False),
    ],
)
def test_a_file_is_relevant_by_its_offices(text, language, relevant):
    """A page that may name somebody by an office is read again when the dates of that office change, and no other."""
    ends = {"roles": [{"title": "President of Russia", "from": "1991-07-10", "to": "1998"}]}
    before, after = Relevance(_authority()), Relevance(_authority(boris_yeltsin=ends))
    said = [each.digest(each.relevant((text,), language)) for each in (before, after)]
    assert (said[0] != said[1]) is relevant
