import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.authority.entries import Actor, Authority
from morgue.authority.sidecar import Sidecar
from morgue.indexing import Indexer
from morgue.model import Mask, Removal

LANGUAGES = ["en", "de", "fr", "es", "ru", "uk", "fi", None]
PIECES = st.sampled_from(
    [
        "Marie Curie", "Curie", "Bismarcks", "US", "Washington Post", "Лев Толстой", "Москвы", "President Jan Hus",
        "the Royal Society of Arts", "(RSA)", "said", "sagte", "a déclaré", "сказал", "according to", "he", "who",
        "“", "”", "„", "«", "»", "‘", "’", '"', "'", "'s", ",", ".", ":", "\n\n", "\n", " ", "İ", "ß", "peacekeepers",
        "миротворцы",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join))


def _known(record):
    spans = [(m.start, record.text[m.start : m.end], a.id) for a in record.actors if a.known for m in a.mentions]
    return [[words, actor] for _, words, actor in sorted(spans)]


@pytest.mark.cases("names.yml")
def test_names(index, case):
    """Known actors are found by the authority file's names, each as its case says."""
    record = index(case["text"], case.get("language", "en"), case.get("title", ""))
    assert _known(record) == case["mentions"]


@pytest.mark.cases("discovery.yml")
def test_discovery(index, case):
    """Unknown actors are found where the text introduces them, and only there."""
    record = index(case["text"], case.get("language", "en"))
    assert {actor.name: actor.kind for actor in record.actors if not actor.known} == case["found"]


@pytest.mark.cases("quotes.yml")
def test_quotes(index, case):
    """Quotes have the speaker that stands beside them."""
    record = index(case["text"], case.get("language", "en"))
    found = [
        {
            "says": record.text[quote.start : quote.end],
            "kind": quote.kind,
            "speaker": quote.speaker,
            "actor": quote.actor,
            "rule": quote.rule,
        }
        for quote in record.quotes
    ]
    assert found == [{"actor": None, **quote} for quote in case["quotes"]]


@pytest.mark.cases("quotes/en.yml", "quotes/de.yml", "quotes/fr.yml", "quotes/es.yml", "quotes/ru.yml", "quotes/uk.yml")
def test_quotes_by_language(index, case):
    """Each language's marks, verbs and word order are read; what only looks like a quote is none."""
    record = index(case["text"], case["file"])
    found = [
        [quote.kind, quote.rule, quote.speaker, record.text[quote.start : quote.end], quote.actor]
        for quote in record.quotes
    ]
    assert found == [[*quote, None][:5] for quote in case["quotes"]]


@pytest.mark.cases("topics.yml")
def test_topics(index, case):
    """Topics are found by label and term, each with its evidence."""
    record = index(case["text"], case.get("language", "en"), case.get("title", ""))
    assert {match.id: [record.text[a:b] for a, b in match.evidence] for match in record.topics} == case["topics"]


def test_one_hit_is_too_little_for_a_long_text(index):
    """A single hit of a telling term files a short text under a topic, and a long one not."""
    assert index("A peace force came. " + "Then it rained. " * 200).topics
    assert not index("A peace force came. " + "Then it rained. " * 400).topics


def test_title_counts_more(index):
    """A topic named in the title scores higher than one named in the text alone."""
    plain = index("A peacekeeper came. " * 2).topics[0]
    titled = index("A peacekeeper came. " * 2, title="Peacekeepers").topics[0]
    assert titled.score > plain.score


def test_sidecar_adds(index):
    """The archivist's actors and topics are in, whether the text names them or not."""
    sidecar = Sidecar(actors=("marie-curie", "nato"), topics=("physics",))
    record = index("NATO met.", sidecar=sidecar)
    assert [(actor.id, actor.known, len(actor.mentions)) for actor in record.actors] == [
        ("nato", True, 1),
        ("marie-curie", True, 0),
    ]
    assert [(match.id, match.label, match.score) for match in record.topics] == [("physics", "Physics", 1.0)]


def test_positions_are_into_what_the_mask_leaves(index):
    """Nothing is found in what was removed, and positions count without it."""
    text = "NATO met.\n\nMarie Curie spoke."
    record = index(text, mask=Mask((Removal(0, 11, "test", "a test"),)))
    assert record.text == "Marie Curie spoke."
    assert [(actor.id, actor.mentions[0].start) for actor in record.actors] == [("marie-curie", 0)]


def test_discovered_names_keep_their_words(index):
    """A discovered actor has its slug as id, and its surname and acronym resolve to it."""
    record = index(
        "Foreign Minister Aristide Briand wrote to the International Telegraph Union (ITU). Briand and the ITU met."
    )
    mentions = {actor.id: [record.text[m.start : m.end] for m in actor.mentions] for actor in record.actors}
    assert mentions == {
        "aristide-briand": ["Aristide Briand", "Briand"],
        "international-telegraph-union": ["International Telegraph Union", "ITU", "ITU"],
    }


def test_known_names_otherwise_accented_are_known(index):
    """A name that discovery finds and the authority file spells with an accent is the known actor."""
    record = index("Le ministre Rene Descartes a écrit.", "fr")
    assert [(actor.id, actor.name, actor.known) for actor in record.actors] == [
        ("rene-descartes", "René Descartes", True)
    ]


@given(text=TEXTS, language=st.sampled_from(LANGUAGES), title=st.text(max_size=20))
def test_spans_lie_in_the_text(index, text, language, title):
    """Whatever the text: spans lie in it, mentions do not overlap, quotes neither, and confidence is a share."""
    record = index(text, language, title)
    mentions = sorted((m.start, m.end) for actor in record.actors for m in actor.mentions)
    quotes = [(quote.start, quote.end) for quote in record.quotes]
    for spans in (mentions, quotes):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))
    evidence = [span for match in record.topics for span in match.evidence]
    assert all(0 <= start < end <= len(text) for start, end in evidence)
    ids = {actor.id for actor in record.actors}
    assert all(quote.actor in {*ids, None} and 0 < quote.confidence <= 1 for quote in record.quotes)
    assert all(mention.actor == actor.id for actor in record.actors for mention in actor.mentions)


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
def test_indexing_twice_is_the_same(index, text, language):
    """A record depends on its clipping alone, not on what was indexed before."""
    assert index(text, language) == index(text, language)


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        "«",
        "Marie Curie ",
        "Washington Post ",
        "A. ",
        "The Bank of ",
        "said ",
        "John Smith, ",
        "(",
        "X “y” ",
        "''",
        "s' ",
        "「",
        "X: a b c d\n",
        "“A,” X said. ",
        "according to ",
        "the ministry said that ",
        "the council, who ",
        "“a ‘b’ ",
        "— X\n",
        "his claim that “",
    ],
)
def test_hostile_repetition_is_linear(index, piece):
    """A page of one thing over and over is read in seconds: nothing looks back over all of it for each."""
    begun = time.process_time()
    index(piece * (20_000 // len(piece)))
    assert time.process_time() - begun < 10


def test_a_surname_alone_of_nobody_named_in_full_says_so_in_its_rule(indexer, clipping):
    text = "Newton said that the apples had fallen from a tree. Mr. Newton was not amused, and Newton left."
    (newton,) = indexer.index(clipping(text, "en"), Mask()).actors
    assert (newton.id, {mention.rule for mention in newton.mentions}) == ("newton", {"bare"})


def test_a_surname_alone_is_a_known_person_s_each_time_it_comes(indexer, clipping):
    text = "Marie Curie came. Curie said that the tube had glowed in the dark. Later Curie said that it was radium."
    (curie,) = indexer.index(clipping(text, "en"), Mask()).actors
    assert (curie.id, len(curie.mentions)) == ("marie-curie", 3)


@pytest.mark.parametrize("text", ["It was signed ∮", "∮ was there.", "They saw ∮ there."])
def test_an_alias_without_a_letter_is_no_surname(clipping, text):
    """A person is not met by a sign alone, wherever it stands."""
    noether = Actor(id="emmy-noether", name="Emmy Noether", kind="person", aliases={"any": ("∮",)})
    assert Indexer(Authority(actors={noether.id: noether})).index(clipping(text, "en"), Mask()).actors == ()
