"""How much of a text is shown: in full, its beginning, or none; and by whose word."""

import json

import pytest
from msgspec.structs import replace

from morgue.authority.entries import Outlet
from morgue.inspection import RULE_NAMES
from morgue.model import LinkChange, Mask, Removal
from morgue.publication.removals import removals_of
from morgue.publication.rule_words import words_of
from morgue.publication.terms import Terms, terms_of
from morgue.settings import Settings

LATE = "The forty-first bollard was painted green."
LONG = " ".join(f"Bollard number {number} was painted." for number in range(30)) + f"\n\n{LATE}\n\n"


@pytest.mark.parametrize("display", ["excerpt", "record"])
def test_a_text_that_may_not_be_shown_is_nowhere_on_the_site(build, small, display):
    """Neither on its page nor among removals, quotes, feeds, cards or JSON-LD."""
    record = small.record(extracted=LONG + small.TEXT, sidecar={"display": display})
    output = build(small.archive(record))
    hidden = [LATE, "The lock is safe", "Read also"] + (["Bollard number 0"] if display == "record" else [])
    for path in output.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".xml", ".json"}:
            text = path.read_text(encoding="utf-8")
            assert not [words for words in hidden if words in text], path
    (page,) = output.glob("clippings/herald.example/lock-*/index.html")
    assert ("Bollard number 0" in page.read_text(encoding="utf-8")) == (display == "excerpt")


def test_a_text_in_full_is_in_the_page_and_the_feed(build, small):
    output = build(small.archive(small.record(extracted=LONG + small.TEXT)))
    (page,) = output.glob("clippings/herald.example/lock-*/index.html")
    assert LATE in page.read_text(encoding="utf-8")
    feed = (output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert LATE in feed
    assert "Read also" not in feed


def test_a_text_that_breaks_off_says_so_to_reader_and_machine(build, small):
    """On its page, with the address of the original, and in build.json; a whole one says nothing of it."""
    cut = small.record("cut", incomplete="the text breaks off in mid-sentence")
    output = build(small.archive(cut, small.record()))
    (page,) = output.glob("clippings/herald.example/cut-*/index.html")
    (whole,) = output.glob("clippings/herald.example/lock-*/index.html")
    told = "does not have the whole of this text: the text breaks off in mid-sentence."
    assert told in page.read_text(encoding="utf-8")
    assert "the whole of this text" not in whole.read_text(encoding="utf-8")
    summary = json.loads((output / "build.json").read_text(encoding="utf-8"))
    assert summary["counts"]["incomplete"] == 1
    assert [entry["origin"] for entry in summary["incomplete"]] == ["content/captures/cut.html"]


@pytest.mark.parametrize(
    ("sidecar", "outlet", "setting", "expected"),
    [
        (None, None, "full", "full"),
        (None, None, "record", "record"),
        (None, "excerpt", "full", "excerpt"),
        (None, "full", "record", "full"),
        ("record", "full", "full", "record"),
    ],
)
def test_the_sidecar_s_word_beats_the_outlet_s_and_that_the_archive_s(small, sidecar, outlet, setting, expected):
    outlets = {"herald": Outlet(id="herald", name="The Sample Herald", hosts=("herald.example",), display=outlet)}
    clipping = small.record(sidecar={"display": sidecar}).clipping
    assert terms_of(clipping, outlets, Settings(display=setting)).display == expected


@pytest.mark.parametrize(
    ("url", "source", "found"),
    [
        ("https://herald.example/a", "Anything", True),
        ("https://news.herald.example/a", None, True),
        ("https://notherald.example/a", None, False),
        ("https://other.example/a", "the sample herald", True),
        (None, "The Sample Herald", True),
        ("https://[::1", None, False),
    ],
)
def test_an_outlet_is_known_by_its_host_or_else_by_its_name(small, url, source, found):
    outlets = {"herald": Outlet(id="herald", name="The Sample Herald", hosts=("herald.example",), rights="© Herald")}
    terms = terms_of(small.record(url=url, source=source).clipping, outlets, Settings())
    assert (terms.rights == "© Herald") == found


@pytest.mark.parametrize("rule", RULE_NAMES)
def test_every_cleaning_rule_has_a_name_and_sentences_in_a_reader_s_words(rule):
    words = words_of(rule)
    assert words.label != rule
    assert words.sentence(1) != words.sentence(12)
    assert "12" in words.sentence(12)
    assert not {"{", "}"} & {*words.sentence(1), *words.sentence(12)}


def test_a_rule_without_words_is_named():
    assert words_of("promotion").sentence(3) == "3 passages were taken out by the rule “promotion”."


@pytest.mark.parametrize("display", ["full", "excerpt", "record"])
def test_what_was_removed_is_told_by_rule_and_the_passages_where_the_text_is_shown(small, display):
    record = small.record()
    title = Removal(0, 11, "title", "the title again")
    mask = Mask((title, *record.mask.removals), (LinkChange(110, 114, "was", "now", "tracking"),) * 2)
    told = removals_of(replace(record, mask=mask), Terms(display, "", ""))
    assert [removal.sentence for removal in told] == [
        words_of("title").one,
        words_of("promotion").one,
        words_of("tracking").sentence(2),
    ]
    passages = [[(passage.reason, passage.text) for passage in removal.passages] for removal in told]
    assert passages == (
        [[("the title again", "The council")], [("a promoted headline", "Read also: ten more locks")], []]
        if display == "full"
        else [[], [], []]
    )
