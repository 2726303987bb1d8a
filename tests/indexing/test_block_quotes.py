"""What a page sets as a block quote is somebody's words, with marks or without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from morgue.model import SEPARATOR, Block, Mask, Removal

SAID = "The bridge will stay closed for weeks."
MORE = "It will open again in spring."


def page(clipping, *blocks):
    """Return a clipping of blocks, each a text or a block quote's: ``("q", text)``."""
    made, start = [], 0
    texts = [text if isinstance(text, str) else text[1] for text in blocks]
    for block, text in zip(blocks, texts, strict=True):
        kind = "paragraph" if isinstance(block, str) else "quotation"
        made.append(Block(kind, start, start + len(text)))
        start += len(text) + len(SEPARATOR)
    return replace(clipping(SEPARATOR.join(texts)), blocks=tuple(made))


def read(indexer, clipped, mask=None):
    record = indexer.index(clipped, mask or Mask())
    return [(quote.rule, quote.speaker, record.text[quote.start : quote.end]) for quote in record.quotes]


@pytest.mark.parametrize(
    ("blocks", "quotes"),
    [
        (
            ["The ministry said in a statement:", ("q", SAID)],
            [("introduced", "The ministry", SAID)],
        ),
        (
            ["The ministry wrote in a statement on Monday.", ("q", SAID)],
            [("block", "The ministry", SAID)],
        ),
        (
            ["The ministry said in a statement:", ("q", f"{SAID}\n{MORE}"), "Nobody was surprised."],
            [("introduced", "The ministry", SAID), ("resumed", "The ministry", MORE)],
        ),
        (
            ["A note was found.", ("q", f"{SAID}\n— The Ministry")],
            [("signature", "The Ministry", SAID)],
        ),
        (
            ["The ministry said in a statement:", ("q", f"“{SAID}”")],
            [("introduced", "The ministry", SAID)],
        ),
        (["The bridge is old.", ("q", SAID)], []),
    ],
)
def test_a_block_quote_has_the_speaker_before_it_or_under_it(indexer, clipping, blocks, quotes):
    """Where nobody is named it is no quote: pages set other things so, too."""
    assert read(indexer, page(clipping, *blocks)) == quotes


def test_what_the_mask_takes_moves_a_block_quote(indexer, clipping):
    """A removal before it, and one inside it."""
    clipped = page(clipping, "Read more.", "The ministry said in a statement:", ("q", f"{SAID}\nAdvertisement\n{MORE}"))
    at = clipped.extracted.index("Advertisement")
    mask = Mask((Removal(0, 12, "promo", "a test"), Removal(at, at + 14, "promo", "a test")))
    assert read(indexer, clipped, mask) == [("introduced", "The ministry", SAID), ("resumed", "The ministry", MORE)]
    whole = Mask((Removal(clipped.extracted.index(SAID), len(clipped.extracted), "promo", "a test"),))
    assert read(indexer, clipped, whole) == []


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_what_is_left_of_a_span_stands_where_it_is_said_to(kept, start, end):
    """Whatever a mask takes: the letters of the span that stay, all of them and no others."""
    extracted = "".join(chr(ord("a") + at) for at in range(len(kept)))
    mask = Mask(tuple(Removal(at, at + 1, "test", "a test") for at, stays in enumerate(kept) if not stays))
    wanted = "".join(letter for at, letter in enumerate(extracted) if kept[at] and start <= at < end)
    span = mask.left_of(start, min(end, len(kept)), len(kept))
    assert (mask.text(extracted)[slice(*span)] if span else "") == wanted
