"""An entry that is not relevant to a text has no say in what is found there: for any text and any authority files."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.indexing.any_files import LANGUAGES, authorities, entries, listed, phrases, texts, with_another_entry

from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar
from morgue.indexing import Indexer
from morgue.indexing.relevance import Relevance, traces_of
from morgue.model import Mask

pages = st.tuples(texts, phrases, st.sampled_from(LANGUAGES), listed)


@pytest.mark.long
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(authority=authorities, page=pages)
def test_without_the_other_entries_the_same_is_found(clipping, authority, page):
    """Texts are composed as extraction composes them."""
    text, title, language, listed = unicodedata.normalize("NFC", page[0]), *page[1:]
    page = clipping(text, language, title, Sidecar(actors=listed, topics=listed))
    relevant = Relevance(authority).relevant((text, title, *listed), language, listed * 2)
    without = Authority(
        actors={
            identity: actor
            for identity, actor in authority.actors.items()
            if ("actor", identity) in relevant or identity in authority.unfiled
        },
        built_in=frozenset(
            identity
            for identity in authority.built_in
            if ("actor", identity) in relevant or identity in authority.unfiled
        ),
        unfiled=authority.unfiled,
        topics={identity: topic for identity, topic in authority.topics.items() if ("topic", identity) in relevant},
    )
    assert Indexer(without).index(page, Mask()) == Indexer(authority).index(page, Mask())


@pytest.mark.long
@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(before=authorities, edited=st.lists(entries, max_size=2), gone=st.booleans(), page=pages)
def test_where_changes_do_not_touch_a_page_the_same_is_said_on_it(before, edited, gone, page):
    """Files are written, written anew, or go; what is said may hang on offices whose holders have files too."""
    text, title, language, listed = page
    now = before
    for entry in edited:
        now = with_another_entry(now, entry)
    if gone:
        before, now = now, before
    told = (text, title, *listed), language, listed * 2
    was, found = (Relevance(files) for files in (before, now))
    relevant = was.relevant(*told)
    changes = found.since(was.state)
    if changes and not changes.touch(traces_of(relevant), *told):
        assert found.relevant(*told) == relevant
        assert found.digest(relevant) == was.digest(relevant)
