"""Scores extraction on pages of which only snippets are labelled, some of the text and some not."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from morgue.evaluation.corpora import read_page, snippet_labels
from morgue.evaluation.readers import MORGUE, read
from morgue.evaluation.shares import share, total_seconds


@dataclass(frozen=True, slots=True)
class SnippetReport:
    """The scores of a reader over all snippets of a corpus at once, spaces made one; shares are 0 to 1.

    ``leak`` is the share of unwanted snippets found. A page that failed has no snippet. Single pages stand here only
    where they failed: such a corpus is for deciding, not for fitting.
    """

    reader: str
    pages: int
    f1: float
    precision: float
    recall: float
    leak: float
    failed: dict[str, str]
    refused: dict[str, int]
    seconds: float
    text_seconds: float
    baseline: "SnippetReport | None" = None


@dataclass(frozen=True, slots=True)
class _Page:
    id: str
    had: int
    wanted: int
    leaked: int
    unwanted: int
    failed: str
    refused: str
    seconds: float | None
    text_seconds: float | None


def evaluate_snippets(
    corpus: Path, limit: int | None, executor: Executor, baseline: str | None = None
) -> SnippetReport:
    """Score the pages of a corpus of the form of ``snippet-pages``, as ``evaluate_extraction`` does the other."""
    labels = snippet_labels(corpus, limit)
    readers = (MORGUE, baseline) if baseline else (MORGUE,)
    tasks = [(corpus, page, label, reader) for page, label in labels.items() for reader in readers]
    pages = list(executor.map(_score, tasks, chunksize=8))
    if not baseline:
        return _report(MORGUE, pages)
    return replace(_report(MORGUE, pages[::2]), baseline=_report(baseline, pages[1::2]))


def _score(task: tuple[Path, str, dict[str, Any], str]) -> _Page:
    corpus, name, labels, reader = task
    page = read_page(corpus, name, labels)
    reading = read(reader, page)
    text = _spaced(reading.text)
    wanted, unwanted = page.snippets("with"), page.snippets("without")
    return _Page(
        id=name,
        had=sum(_spaced(snippet) in text for snippet in wanted),
        wanted=len(wanted),
        leaked=sum(_spaced(snippet) in text for snippet in unwanted),
        unwanted=len(unwanted),
        failed=reading.failed,
        refused=reading.refused,
        seconds=reading.seconds,
        text_seconds=reading.text_seconds,
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _report(reader: str, pages: Sequence[_Page]) -> SnippetReport:
    had, wanted = sum(page.had for page in pages), sum(page.wanted for page in pages)
    leaked, unwanted = sum(page.leaked for page in pages), sum(page.unwanted for page in pages)
    return SnippetReport(
        reader=reader,
        pages=len(pages),
        f1=share(2 * had, had + leaked + wanted),
        precision=share(had, had + leaked),
        recall=share(had, wanted),
        leak=share(leaked, unwanted),
        failed={page.id: page.failed for page in pages if page.failed},
        refused=dict(Counter(page.refused for page in pages if page.refused).most_common()),
        seconds=total_seconds(page.seconds for page in pages),
        text_seconds=total_seconds(page.text_seconds for page in pages),
    )
