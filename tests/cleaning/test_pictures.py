"""Which pictures go with what cleaning takes."""

import pytest

from morgue.cleaning import standing_pictures
from morgue.model import Block, Clipping, Mask, Picture, Removal

TEXTS = (
    "The harbour plan",
    "The council met.",
    "Read also: ten more locks",
    "It voted.",
    "More stories",
    "A pier for all",
)
STARTS = [sum(len(text) + 2 for text in TEXTS[:number]) for number in range(len(TEXTS))]
ENDS = [start + len(text) for start, text in zip(STARTS, TEXTS, strict=True)]


def stays(picture, *removed, twins=()):
    """Say whether a picture stays where some of the blocks are removed and some are copies."""
    blocks = tuple(
        Block("paragraph", start, end, twin="a copy" if number in twins else "")
        for number, (start, end) in enumerate(zip(STARTS, ENDS, strict=True))
    )
    clipping = Clipping(
        *("page.html", "", None, None, "", (), None, None, None, None),
        extracted="\n\n".join(TEXTS),
        blocks=blocks,
        pictures=(picture,),
    )
    mask = Mask(tuple(Removal(STARTS[number], ENDS[number], "promotion", "") for number in removed))
    return list(standing_pictures(clipping, mask)) == [picture]


def before(number, **more):
    return Picture((*STARTS, ENDS[-1])[number], ("/a.jpg",), **more)


@pytest.mark.parametrize(
    ("picture", "removed"),
    [
        (before(2), ()),
        (before(2), (2,)),
        (before(3), (2,)),
        (before(1), (0,)),
        (before(0), (0,)),
        (before(0, box=(STARTS[0], ENDS[0])), (0,)),
        (before(6), ()),
        (before(3, box=(STARTS[2], ENDS[3])), (2,)),
    ],
    ids=str,
)
def test_a_picture_of_the_text_stays(picture, removed):
    assert stays(picture, *removed)


@pytest.mark.parametrize(
    ("picture", "removed"),
    [
        (before(2, box=(STARTS[2], ENDS[2])), (2,)),
        (before(5), (4, 5)),
        (before(6), (4, 5)),
        (before(4, until=ENDS[4]), (3, 5)),
    ],
    ids=str,
)
def test_a_picture_of_what_goes_goes_too(picture, removed):
    assert not stays(picture, *removed)


def test_a_copy_behind_a_picture_says_nothing_of_it():
    assert stays(before(6), 4, 5, twins=(4, 5))
