"""Scores extraction, and cleaning behind it, on pages with reviewed truth: text, leak, title, byline and date."""

import re
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from morgue.capture import CaptureError
from morgue.cleaning import clean
from morgue.evaluation.corpora import page_ids, read_page
from morgue.evaluation.word_f1 import word_f1, words
from morgue.extraction import ExtractionError, extract


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: ``found`` and ``wanted`` per metadata field, None where there is none."""

    id: str
    f1: float
    exact: bool
    leaked: int
    unwanted: int
    refused: str
    failed: str
    fields: tuple[tuple[str, str | None, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldScore:
    """A metadata field: of the pages that have it, how many are right and how many empty; of the others, filled."""

    labelled: int
    right: int
    missing: int
    unlabelled: int
    invented: int


@dataclass(frozen=True, slots=True)
class ExtractionReport:
    """The scores of a corpus; shares are 0 to 1. A page that failed scores 0, one that was refused as it stands."""

    pages: int
    f1: float
    exact: float
    leak: float
    fields: dict[str, FieldScore]
    failed: dict[str, int]
    refused: dict[str, int]
    worst: tuple[PageScore, ...]

    @property
    def published(self) -> int:
        """Return how many pages neither failed nor were refused."""
        return self.pages - sum(self.failed.values()) - sum(self.refused.values())


def evaluate_extraction(corpus: Path, limit: int | None, executor: Executor) -> ExtractionReport:
    """Score the pages of a corpus of the form of ``wcxb-articles``; a limit spreads evenly over them.

    Word F1 is per page, its mean is reported; exact is the share of pages whose words are the truth's, in order; leak
    is the share of ``without`` snippets found, over the pages that list any. Raise CorpusError where none is labelled.
    """
    return _report(list(executor.map(partial(_score, corpus), page_ids(corpus, limit), chunksize=8)))


def _score(corpus: Path, name: str) -> PageScore:
    page = read_page(corpus, name)
    truth = page.truth
    try:
        clipping = extract(page.capture())
    except (CaptureError, ExtractionError) as error:
        return PageScore(page.id, 0.0, exact=False, leaked=0, unwanted=0, refused="", failed=str(error))
    text = clean(clipping, {}).text(clipping.extracted)
    flat = _flat(text)
    unwanted = [snippet for snippet in truth.get("without") or [] if _flat(snippet)]
    return PageScore(
        id=page.id,
        f1=word_f1(text, page.wanted),
        exact=words(text) == words(page.wanted),
        leaked=sum(_flat(snippet) in flat for snippet in unwanted),
        unwanted=len(unwanted),
        refused=clipping.refused,
        failed="",
        fields=(
            ("title", clipping.title or None, truth.get("title") or None),
            ("byline", "; ".join(clipping.byline) or None, _authors(truth.get("author"))),
            ("date", clipping.published, (truth.get("publish_date") or "")[:10] or None),
        ),
    )


def _authors(author: Any) -> str | None:
    return "; ".join(re.split(r"\s*[;,]\s*|\s+and\s+", author)) if isinstance(author, str) and author else None


def _flat(text: str) -> str:
    return " ".join(text.lower().split())


def _report(scores: list[PageScore]) -> ExtractionReport:
    pages = len(scores)
    listing = [score for score in scores if score.unwanted]
    return ExtractionReport(
        pages=pages,
        f1=sum(score.f1 for score in scores) / pages if pages else 0.0,
        exact=sum(score.exact for score in scores) / pages if pages else 0.0,
        leak=sum(score.leaked / score.unwanted for score in listing) / len(listing) if listing else 0.0,
        fields={name: _field(name, scores) for name in ("title", "byline", "date")},
        failed=dict(Counter(score.failed for score in scores if score.failed).most_common()),
        refused=dict(Counter(score.refused for score in scores if score.refused).most_common()),
        worst=tuple(sorted(scores, key=lambda score: (score.f1, score.id))[:20]),
    )


def _field(name: str, scores: Iterable[PageScore]) -> FieldScore:
    pairs = [(found, wanted) for score in scores for field, found, wanted in score.fields if field == name]
    labelled = [(found, wanted) for found, wanted in pairs if wanted]
    return FieldScore(
        labelled=len(labelled),
        right=sum(found is not None and _flat(found) == _flat(wanted) for found, wanted in labelled),
        missing=sum(not found for found, _ in labelled),
        unlabelled=len(pairs) - len(labelled),
        invented=sum(bool(found) for found, wanted in pairs if not wanted),
    )
