"""A clipping's text as HTML, with what is laid over it."""

import lxml.html
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from morgue.model import Block, Clipping, Mark, Mask, Mention, NamedActor, Quote, Record, Removal
from morgue.publication.body import clean, prose, whole
from morgue.publication.mentions import anchors_of

PAGES = {"ada": "../../../actors/ada/", "king": "../../../actors/king/"}


def _record(text, *, marks=(), mentions=(), quotes=(), removals=()):
    block = Block("paragraph", 0, len(text), marks=marks)
    clipping = Clipping("o", "d", None, None, "t", (), None, None, None, None, text, (block,))
    mask = Mask(removals)
    actors = tuple(
        NamedActor(name, name, "person", known=True, mentions=(Mention(name, start, end, "name", 1.0),))
        for name, start, end in mentions
    )
    said = tuple(Quote(start, end, "direct", None, None, None, "cue", 1.0) for start, end in quotes)
    return Record(clipping, mask, mask.text(text), actors, said)


def test_a_mention_in_a_link_stays_the_page_s_own_link():
    record = _record("Ada King wrote", marks=(Mark(0, 8, "a", "https://herald.example/"),), mentions=[("ada", 0, 3)])
    assert whole(record, PAGES) == '<p><a href="https://herald.example/" rel="nofollow noopener">Ada King</a> wrote</p>'


def test_of_two_mentions_that_overlap_the_first_and_longer_is_linked():
    record = _record("Ada King wrote", mentions=[("king", 4, 8), ("ada", 0, 8)])
    assert whole(record, PAGES) == '<p><a class="mention" href="../../../actors/ada/" id="who-2">Ada King</a> wrote</p>'


def test_the_first_mention_of_each_actor_is_a_link_and_the_others_are_marked_alone():
    record = _record("Ada met King. Ada wrote.", mentions=[("ada", 0, 3), ("ada", 14, 17), ("king", 8, 12)])
    record = replace(
        record,
        actors=(
            replace(record.actors[0], mentions=record.actors[0].mentions + record.actors[1].mentions),
            record.actors[2],
        ),
    )
    assert whole(record, PAGES) == (
        '<p><a class="mention" href="../../../actors/ada/" id="who-1">Ada</a> met '
        '<a class="mention" href="../../../actors/king/" id="who-2">King</a>. '
        '<span class="mention">Ada</span> wrote.</p>'
    )
    assert anchors_of(record, PAGES) == {"ada": "who-1", "king": "who-2"}


def test_where_the_first_mention_stands_in_a_link_the_next_one_leads_to_the_actor():
    marks = (Mark(0, 3, "a", "https://herald.example/"),)
    record = _record("Ada came. Ada wrote", marks=marks, mentions=[("ada", 0, 3)])
    again = replace(record.actors[0].mentions[0], start=10, end=13)
    record = replace(record, actors=(replace(record.actors[0], mentions=(*record.actors[0].mentions, again)),))
    assert whole(record, PAGES).endswith(
        'Ada</a> came. <a class="mention" href="../../../actors/ada/" id="who-1">Ada</a> wrote</p>'
    )


def test_a_mention_that_a_removal_parts_has_one_anchor():
    record = _record("Ada (advert) King wrote", mentions=[("ada", 0, 8)], removals=(Removal(4, 13, "promo", "why"),))
    html = whole(record, PAGES)
    assert html.count('id="who-1"') == 1
    assert html.count('class="mention"') == 2


def test_an_actor_without_a_page_is_not_linked():
    assert whole(_record("Ada wrote", mentions=[("nobody", 0, 3)]), PAGES) == "<p>Ada wrote</p>"


def test_a_quote_that_a_removal_parts_has_one_anchor():
    record = _record("I say (advert) this", quotes=[(0, 10)], removals=(Removal(6, 15, "promo", "why"),))
    html = whole(record, PAGES)
    assert html.count('id="q-1"') == 1
    assert html.count('class="quote"') == 2
    assert clean(record) == "<p>I say this</p>"


def test_the_marks_around_a_quote_belong_to_it():
    assert whole(_record("“Yes”, he said", quotes=[(1, 4)]), {}) == (
        '<p><span class="quote" id="q-1">“Yes”</span>, he said</p>'
    )


@given(st.text(min_size=1, max_size=80), st.data())
def test_whatever_is_laid_over_it_the_text_reads_the_same(text, data):
    """And holds only the elements of the allowlist."""
    at = st.integers(0, len(text))
    spans = st.tuples(at, at).map(sorted)
    record = _record(
        text,
        mentions=[("ada", *data.draw(spans)), ("king", *data.draw(spans))],
        quotes=[data.draw(spans), data.draw(spans)],
    )
    read = lxml.html.fromstring(f"<div>{whole(record, PAGES)}</div>")
    plain = lxml.html.fromstring(f"<div>{clean(replace(record, actors=()))}</div>")
    assert read.text_content() == plain.text_content()
    assert {element.tag for element in read.iter()} <= {"div", "p", "a", "span", "br"}


@given(st.text(alphabet="<>/='\" abijmgonersctplvx:;&#", max_size=60))
def test_prose_is_sanitised_whatever_it_holds(html):
    tree = lxml.html.fromstring(f"<div>{prose(html)}</div>")
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    assert not tree.xpath("//script|//iframe|//style")


def test_a_block_that_runs_against_its_article_says_so():
    texts = ["The board said:", "הנמל ייסגר במרץ, אמר הדובר.", "2024 – 2025"]
    starts = [sum(len(text) + 2 for text in texts[:at]) for at in range(len(texts))]
    blocks = tuple(Block("quotation", at, at + len(text)) for at, text in zip(starts, texts, strict=True))
    record = Record(replace(_record("").clipping, extracted="\n\n".join(texts), blocks=blocks))
    english, hebrew, numbers = (f">{text}</blockquote>" for text in texts)
    ways = {
        "ltr": f'<blockquote{english}\n<blockquote dir="rtl"{hebrew}\n<blockquote{numbers}',
        "rtl": f'<blockquote dir="ltr"{english}\n<blockquote{hebrew}\n<blockquote{numbers}',
        "auto": f'<blockquote dir="ltr"{english}\n<blockquote dir="rtl"{hebrew}\n<blockquote{numbers}',
    }
    assert {way: whole(record, {}, way) for way in ways} == ways
    assert clean(record) == ways["ltr"]
