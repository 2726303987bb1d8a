"""Blocks are labelled by the truth's words, and what cleaning takes of them is counted."""

import pytest

from morgue.evaluation.removals import KEEP, REMOVE, LabelledBlock, TruthWords, labelled_blocks, removal_score
from morgue.model import Block, Clipping, Mask, Removal

TRUTH = "Locks\n\nThe water board opened the northern lock on Monday, and closed the southern one for a year."


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The water board opened the northern lock on Monday", KEEP),
        ("The northern lock opened the water board on Monday, it is said", REMOVE),
        ("The water board opened the northern lock; sign up here for more news of ships", ""),
        ("Locks", KEEP),
        ("Subscribe now", REMOVE),
        ("The water board", ""),
        ("***", ""),
    ],
)
def test_a_block_has_the_label_that_the_truth_gives_it(text, label):
    assert TruthWords(TRUTH).label(text) == label


def clipping_of(*texts):
    blocks, at = [], 0
    for text in texts:
        blocks.append(Block("paragraph", at, at + len(text)))
        at += len(text) + 2
    none = dict.fromkeys(("url", "captured", "source", "published", "updated", "language"))
    return Clipping("page", "", title="", byline=(), extracted="\n\n".join(texts), blocks=tuple(blocks), **none)


def test_a_block_goes_where_more_than_half_of_it_does():
    clipping = clipping_of("Locks", "Subscribe now", "Read our paper")
    mask = Mask((Removal(7, 11, "prompt", ""), Removal(20, 36, "promo", "")))
    assert [(each.label, each.rule) for each in labelled_blocks(clipping, mask, TRUTH)] == [
        (KEEP, ""),
        (REMOVE, ""),
        (REMOVE, "promo"),
    ]


def test_what_rules_for_copies_take_neither_helps_nor_harms():
    pages = [
        [LabelledBlock(REMOVE, "promo", ""), LabelledBlock(REMOVE, "", ""), LabelledBlock(KEEP, "repeat", "")],
        [LabelledBlock(REMOVE, "promo", ""), LabelledBlock(KEEP, "prompt", ""), LabelledBlock(REMOVE, "title", "")],
    ]
    score = removal_score(pages)
    assert (score.keep, score.remove) == (1, 3)
    assert (score.precision, score.recall, score.page_recall) == pytest.approx((2 / 3, 2 / 3, 3 / 4))
    assert score.rules["repeat"] == {KEEP: 1, REMOVE: 0}
