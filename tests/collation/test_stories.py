"""Near-copies form one story, which one of them stands for."""

import random
import time

from tests.collation.records import LONG, OTHER, URL, WORDS, archive, at, record

from morgue.authority.decisions import Decisions
from morgue.authority.entries import Authority
from morgue.authority.sidecar import Sidecar


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
