"""Scores extraction, and cleaning behind it, on pages with reviewed truth, and a baseline on the same pages."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from morgue.evaluation.corpora import page_ids
from morgue.evaluation.pages import FIELDS, Field, PageScore, score_page
from morgue.evaluation.readers import MORGUE
from morgue.evaluation.removals import RemovalScore, removal_score
from morgue.evaluation.shares import mean, total_seconds

_WORST = 20

_GOOD, _FALLEN = 0.9, 0.8
"""A page that the baseline has at the one, by F1, must not be below the other."""


@dataclass(frozen=True, slots=True)
class FieldScore:
    """A metadata field: of the ``labelled`` pages the shares right and empty; of the others the share filled."""

    labelled: int
    right: float
    missing: float
    unlabelled: int
    invented: float


@dataclass(frozen=True, slots=True)
class ExtractionReport:
    """The scores of a reader on a corpus; shares are 0 to 1. A page that failed scores 0, one refused as it stands.

    ``had`` and ``leak`` are the shares of wanted and of unwanted snippets found. ``seconds`` are of the processor, for
    text and metadata; ``text_seconds`` for text alone; 0 where pages came from the cache. ``fallen`` are the pages that
    the baseline reads well and this reader does not.
    """

    reader: str
    pages: int
    published: int
    f1: float
    precision: float
    recall: float
    exact: float
    had: float
    leak: float
    removals: RemovalScore
    fields: dict[str, FieldScore]
    failed: dict[str, int]
    refused: dict[str, int]
    seconds: float
    text_seconds: float
    scores: tuple[PageScore, ...]
    baseline: "ExtractionReport | None" = None
    fallen: tuple[str, ...] = ()

    @property
    def worst(self) -> list[PageScore]:
        """Return the pages with the lowest F1."""
        return sorted(self.scores, key=lambda score: (score.f1, score.id))[:_WORST]


def evaluate_extraction(
    corpus: Path, limit: int | None, executor: Executor, baseline: str | None = None
) -> ExtractionReport:
    """Score the pages of a corpus of the form of ``wcxb-articles``; a limit spreads evenly over them.

    The baseline is another of ``readers.READERS``: each page is read by both, one after the other, so that their times
    compare. Raise CorpusError where none is labelled.
    """
    readers = (MORGUE, baseline) if baseline else (MORGUE,)
    tasks = [(reader, page) for page in page_ids(corpus, limit) for reader in readers]
    scores = list(executor.map(partial(score_page, corpus), tasks, chunksize=8))
    if not baseline:
        return _report(MORGUE, scores)
    ours, theirs = scores[::2], scores[1::2]
    fallen = tuple(our.id for our, their in zip(ours, theirs, strict=True) if their.f1 >= _GOOD and our.f1 < _FALLEN)
    return replace(_report(MORGUE, ours), baseline=_report(baseline, theirs), fallen=fallen)


def _report(reader: str, scores: Sequence[PageScore]) -> ExtractionReport:
    failed = Counter(score.failed for score in scores if score.failed)
    refused = Counter(score.refused for score in scores if score.refused)
    return ExtractionReport(
        reader=reader,
        pages=len(scores),
        published=len(scores) - failed.total() - refused.total(),
        f1=mean(score.f1 for score in scores),
        precision=mean(score.precision for score in scores),
        recall=mean(score.recall for score in scores),
        exact=mean(score.exact for score in scores),
        had=mean(score.had / score.wanted for score in scores if score.wanted),
        leak=mean(score.leaked / score.unwanted for score in scores if score.unwanted),
        removals=removal_score(score.blocks for score in scores),
        fields={name: _field([score.fields[name] for score in scores if score.fields]) for name in FIELDS},
        failed=dict(failed.most_common()),
        refused=dict(refused.most_common()),
        seconds=total_seconds(score.seconds for score in scores),
        text_seconds=total_seconds(score.text_seconds for score in scores),
        scores=tuple(scores),
    )


def _field(fields: Sequence[Field]) -> FieldScore:
    labelled = [field for field in fields if field.wanted]
    others = [field for field in fields if not field.wanted]
    return FieldScore(
        labelled=len(labelled),
        right=mean(bool(field.found) and field.right for field in labelled),
        missing=mean(not field.found for field in labelled),
        unlabelled=len(others),
        invented=mean(bool(field.found) for field in others),
    )
