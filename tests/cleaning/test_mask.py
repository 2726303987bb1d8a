"""What holds for every mask, whatever the page."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from morgue.cleaning import RULES, clean
from morgue.model import SEPARATOR, Block, Clipping, Mark

PROSE = [
    "The port authority will close the north quay for two months from March, its board decided on Monday evening.",
    "The repair is to cost nine million, of which the region pays a third. The council voted for it in December.",
    "The inspectors' report lists forty repairs that were ordered in the course of ten years and that nobody made.",
    "(HARBOUR WIRE) Fishing boats are to land their catch at the south quay meanwhile, where a second crane stands.",
    "PORT ELSE (Harbour Wire) - The shipping office had warned of the piles beneath the quay for years.",
    "This wire provides its reports “as is” without warranty of any kind. We accept no responsibility or liability.",
    "Correction: an earlier version gave the wrong sum. All rights reserved.",
]
SHORT = ["Port to close quay", "Most read", "Comments", "No comment", "Share this article", "Shipping", "He declined."]
LISTS = ["Ferry line buys two ships\nOld lighthouse becomes a museum", "one crane"]

ENTRIES = st.one_of(
    st.sampled_from([*PROSE, *SHORT]).map(lambda text: ("paragraph", text)),
    st.sampled_from(SHORT).map(lambda text: ("heading", text)),
    st.sampled_from(LISTS).map(lambda text: ("list", text)),
    st.text(min_size=1, max_size=60).map(str.strip).filter(bool).map(lambda text: ("paragraph", text)),
)


def compose(entries, title="Port to close quay"):
    """Return a clipping of (kind, text, whether it is all a link, twin's reason)."""
    blocks, position = [], 0
    for kind, text, linked, twin in entries:
        end = position + len(text)
        marks = (Mark(position, end, "a", "https://port.example/?utm_source=x"),) if linked else ()
        blocks.append(Block(kind, position, end, marks=marks, twin=twin))
        position = end + len(SEPARATOR)
    extracted = SEPARATOR.join(text for _, text, _, _ in entries)
    return Clipping("a.txt", "0" * 64, None, None, title, (), None, None, None, None, extracted, tuple(blocks))


CLIPPINGS = st.lists(
    st.tuples(ENTRIES, st.booleans(), st.sampled_from(["", "", "", "a copy"])).map(lambda e: (*e[0], e[1], e[2])),
    max_size=14,
).map(compose)


def repeated(*texts):
    """Return a clipping of paragraphs and a last heading, of which some say the same."""
    return compose([*(("paragraph", text, False, "") for text in texts), ("heading", SHORT[0], False, "")])


@given(CLIPPINGS)
@example(repeated(PROSE[0], PROSE[4], PROSE[4], PROSE[4]))
@example(repeated(PROSE[1], PROSE[1], PROSE[2], PROSE[1], PROSE[2]))
def test_text_and_removals_are_the_extraction(clipping):
    """Text and removals, interleaved in order, are the extraction; removals do not overlap."""
    mask = clean(clipping, {})
    pieces, position = [], 0
    for removal in mask.removals:
        assert position <= removal.start < removal.end
        pieces += [clipping.extracted[position : removal.start], clipping.extracted[removal.start : removal.end]]
        position = removal.end
    pieces.append(clipping.extracted[position:])
    assert "".join(pieces) == clipping.extracted
    assert "".join(pieces[::2]) == mask.text(clipping.extracted)


@given(CLIPPINGS)
def test_kept_blocks_are_parted_by_one_separator(clipping):
    """A text is its kept blocks joined by the separator, whatever stood between them."""
    mask = clean(clipping, {})
    assert mask.text(clipping.extracted) == SEPARATOR.join(text for _, text, _, _ in kept(clipping, mask))


@given(CLIPPINGS)
@example(  # the weaker rules would take all but the title at the end, and so take nothing
    compose(
        [
            ("heading", "Most read", False, ""),
            ("paragraph", PROSE[0], True, ""),
            ("paragraph", "Port to close quay", False, ""),
            ("heading", "Port to close quay", False, ""),
        ]
    )
)
def test_cleaning_what_is_clean_removes_nothing(clipping):
    """A clipping made of its own cleaned blocks is clean."""
    cleaned = compose(kept(clipping, clean(clipping, {})))
    assert clean(cleaned, {}).removals == ()


def kept(clipping, mask):
    """Return what a mask leaves of each block, as ``compose`` takes it."""
    entries = []
    for block in clipping.blocks:
        spans = [(max(s, block.start), min(e, block.end)) for s, e in mask.kept(len(clipping.extracted))]
        text = "".join(clipping.extracted[start:end] for start, end in spans if start < end)
        if text:
            entries.append((block.kind, text, bool(block.marks), block.twin))
    return entries


@pytest.mark.long
@pytest.mark.parametrize("text", [PROSE[1], "x", "Most read", "Read more: x"])
def test_many_equal_blocks_cost_linear_time(text):
    """Fifty thousand equal blocks are cleaned in seconds: no rule compares each with each."""
    clipping = compose([("paragraph", text, False, "")] * 50_000)
    begun = time.process_time()
    clean(clipping, {})
    assert time.process_time() - begun < 20


def test_every_rule_says_in_one_sentence_what_it_takes():
    """The list of rules reads as the documentation of what is cleaned."""
    for name, rule in RULES:
        assert rule.__doc__
        assert rule.__doc__.startswith("Take "), name
        assert "\n" not in rule.__doc__.strip(), name
