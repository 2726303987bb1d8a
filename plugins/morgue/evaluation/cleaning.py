"""Scores cleaning: pages doubled on purpose must read as if left alone, and no text may be lost or stand twice."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from morgue.capture import CaptureError
from morgue.cleaning import COPIES
from morgue.evaluation import desk
from morgue.evaluation.corpora import LabelledPage, page_ids, read_page
from morgue.evaluation.doubling import SHAPES, holder_of
from morgue.evaluation.repetition import lost_sentences, repeated_share
from morgue.extraction import ExtractionError
from morgue.extraction.parse import parse
from morgue.model import Capture, Clipping, Failure, Mask, Removal

EXCESS = 0.1
"""Of a text's words: more that stand twice, and not so in the truth, is a doubled text."""

_COUNTED = COPIES - {"title"}
"""The rules that take what stands twice in a body; on what else should not be there truths differ."""

REPEATING = 0.02
"""Of a truth's words: where more stand twice, the page's repetition is meant."""


@dataclass(frozen=True, slots=True)
class PageCleaning:
    """One page: whether its text in each shape is the text that it has left alone, and what cleaning did to that.

    ``shapes`` has no entry for a shape that the page cannot take; ``excess`` is the share of words in repeated runs
    less the truth's; ``meant`` is the truth's; ``lost`` are sentences of the truth that the rules on copies take,
    ``lost_to_others`` those that other rules take.
    """

    id: str
    shapes: dict[str, bool]
    excess: float = 0.0
    meant: float = 0.0
    lost: tuple[str, ...] = ()
    lost_to_others: tuple[str, ...] = ()
    failed: str = ""


@dataclass(frozen=True, slots=True)
class CleaningReport:
    """The scores of a corpus, pages by their ids.

    ``taken``: pages that can take a shape; ``unequal``: those of them that do not read as if left alone. ``excess``:
    pages with more than EXCESS. ``repeating``: pages whose truth repeats more than REPEATING of its words;
    ``lost_repeating``: those of them that lose sentences of the truth to the rules on copies, ``lost``: all that do,
    ``lost_to_others``: all that lose some to other rules.
    """

    pages: int
    taken: dict[str, int]
    unequal: dict[str, tuple[str, ...]]
    excess: dict[str, float]
    repeating: int
    lost_repeating: dict[str, tuple[str, ...]]
    lost: dict[str, tuple[str, ...]]
    lost_to_others: dict[str, tuple[str, ...]]
    failed: dict[str, str]


def evaluate_cleaning(corpus: Path, limit: int | None, executor: Executor) -> CleaningReport:
    """Score cleaning on the pages of a corpus of the form of ``wcxb-articles``; a limit spreads evenly over them.

    Each page is doubled in every shape that it can take: the text must equal, to the letter, the text of the page as
    it is. Raise CorpusError where no page is labelled.
    """
    scores = list(executor.map(partial(_score, corpus), page_ids(corpus, limit), chunksize=4))
    repeating = [score for score in scores if score.meant > REPEATING]
    return CleaningReport(
        pages=len(scores),
        taken={shape: sum(shape in score.shapes for score in scores) for shape in SHAPES},
        unequal={shape: tuple(score.id for score in scores if not score.shapes.get(shape, True)) for shape in SHAPES},
        excess={score.id: score.excess for score in scores if score.excess > EXCESS},
        repeating=len(repeating),
        lost_repeating={score.id: score.lost for score in repeating if score.lost},
        lost={score.id: score.lost for score in scores if score.lost},
        lost_to_others={score.id: score.lost_to_others for score in scores if score.lost_to_others},
        failed={score.id: score.failed for score in scores if score.failed},
    )


def _score(corpus: Path, name: str) -> PageCleaning:
    page = read_page(corpus, name)
    try:
        clipping, removals = _read(page.capture())
        shapes = _shapes(page)
    except (CaptureError, ExtractionError) as error:
        return PageCleaning(page.id, {}, failed=str(error))
    text = Mask(removals).text(clipping.extracted)
    once = Mask(tuple(each for each in removals if each.rule in _COUNTED)).text(clipping.extracted)
    return PageCleaning(
        page.id,
        shapes,
        excess=repeated_share(text) - repeated_share(page.wanted),
        meant=repeated_share(page.wanted),
        lost=tuple(lost_sentences(page.wanted, clipping.extracted, once)),
        lost_to_others=tuple(lost_sentences(page.wanted, once, text)),
    )


def _shapes(page: LabelledPage) -> dict[str, bool]:
    """Return for each shape that the page can take whether its text stays what it is."""
    alone = _text(page, None)
    doubled = {name: _text(page, shape) for name, shape in SHAPES.items()} if alone else {}
    return {name: text == alone for name, text in doubled.items() if text is not None}


def _text(page: LabelledPage, shape: Callable[[HtmlElement], bool] | None) -> str | None:
    """Return the text of the page in a shape, or as it is; None where it cannot take the shape."""
    tree = parse(page.payload)
    if shape:
        holder = holder_of(tree, page.wanted)
        if holder is None or not shape(holder):
            return None
    # Written and read again in both cases, so that nothing but the shape makes a difference.
    payload = etree.tostring(tree, encoding="unicode", method="html").encode("utf-8-sig")
    clipping, removals = _read(page.capture(payload))
    return Mask(removals).text(clipping.extracted)


def _read(capture: Capture) -> tuple[Clipping, tuple[Removal, ...]]:
    cleaned, _ = desk.cleaned(capture)
    if isinstance(cleaned, Failure):
        raise ExtractionError(cleaned.reason)
    return cleaned.clipping, cleaned.mask.removals
