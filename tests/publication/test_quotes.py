"""What is said stands on the clipping's page, and once on the speaker's with every story that quotes it."""

import lxml.html
import pytest
from msgspec.structs import replace

SAID = "The lock has been safe since the great flood"
TEXT = f"The council met.\n\n“{SAID},” said Ada Lovelace.\n\nThe {{}} was named too."


def story(small, path, thing, date, **quote):
    """Return a record in which the same words are quoted among others."""
    record = small.record(path, extracted=TEXT.format(thing), published=date, title=f"Of the {thing}")
    start = record.text.index(SAID)
    said = small.Quote(start, start + len(SAID), "direct", "Ada Lovelace", "ada-lovelace", "said", "after", 0.9)
    return replace(record, quotes=(replace(said, **quote),))


def on_page(output, pattern):
    """Return what the page says of each quote, and where its links lead."""
    (path,) = output.glob(pattern)
    items = lxml.html.parse(str(path)).xpath("//ol[@class='quotes']/li")
    return [
        (" ".join(item.text_content().split()), [link.split("/small/")[-1] for link in item.xpath(".//a/@href")])
        for item in items
    ]


def test_one_sentence_of_several_stories_is_one_quote_with_its_sources(build, small):
    """The earliest story stands first; each leads to the sentence."""
    first, second = story(small, "first", "gate", "2025-02-01"), story(small, "second", "wall", "2025-02-03")
    output = build(small.archive(first, second))
    ((words, links),) = on_page(output, "actors/ada-lovelace/index.html")
    assert words == (
        f"{SAID} February 1, 2025 in Of the gate, The Sample Herald also in Of the wall, The Sample Herald"
    )
    assert [link.partition("#")[2] for link in links] == ["q-1", "q-1"]
    for link in links:
        page, _, anchor = link.partition("#")
        (passage,) = lxml.html.parse(str(output / page / "index.html")).xpath(f"//*[@id='{anchor}']")
        assert SAID in passage.text_content()


def test_of_a_sentence_that_many_stories_quote_the_first_are_named(build, small):
    """A sentence said everywhere makes no page endless."""
    stories = [story(small, f"s{number}", f"gate {number}", f"2025-02-0{number}") for number in range(1, 9)]
    ((words, links),) = on_page(build(small.archive(*stories)), "actors/ada-lovelace/index.html")
    assert len(links) == 5
    assert words.endswith("also in Of the gate 5, The Sample Herald and in 3 more")


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ({}, ""),
        ({"confidence": 0.6}, "probably theirs "),
        ({"kind": "indirect"}, "reported "),
    ],
)
def test_an_actor_s_page_says_how_sure_it_is_of_the_words(build, small, quote, told):
    output = build(small.archive(story(small, "first", "gate", "2025-02-01", **quote)))
    words = f"{SAID} February 1, 2025 {told}in Of the gate, The Sample Herald"
    assert on_page(output, "actors/ada-lovelace/index.html")[0][0] == words


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ({}, "Ada Lovelace"),
        ({"confidence": 0.6}, "probably Ada Lovelace"),
        ({"kind": "indirect"}, "reported, Ada Lovelace"),
        ({"speaker": None, "actor": None, "confidence": 0.5}, "Speaker not named"),
    ],
)
def test_a_clipping_says_how_sure_its_speakers_are(build, small, quote, told):
    output = build(small.archive(story(small, "first", "gate", "2025-02-01", **quote)))
    assert on_page(output, "clippings/herald.example/first-*/index.html")[0][0] == f"{SAID} {told} in the text"


def test_a_text_that_may_not_be_shown_is_no_source(build, small):
    first, second = story(small, "first", "gate", "2025-02-01"), story(small, "second", "wall", "2025-02-03")
    hidden = replace(first, clipping=replace(first.clipping, sidecar=small.Sidecar(display="excerpt")))
    ((words, _),) = on_page(build(small.archive(hidden, second)), "actors/ada-lovelace/index.html")
    assert words == f"{SAID} February 3, 2025 in Of the wall, The Sample Herald"
