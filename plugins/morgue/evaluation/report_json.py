"""An evaluation of extraction as one JSON object."""

import json
from dataclasses import asdict
from typing import Any

from morgue.cleaning import COPIES
from morgue.evaluation.extraction import ExtractionReport
from morgue.evaluation.pages import PageScore
from morgue.evaluation.removals import KEEP, REMOVE
from morgue.evaluation.shares import share
from morgue.evaluation.snippets import SnippetReport


def as_json(report: ExtractionReport | SnippetReport) -> str:
    """Return a report, its baseline inside it; pages with reviewed truth each with its scores."""
    return json.dumps(_object(report), ensure_ascii=False)


def _object(report: ExtractionReport | SnippetReport) -> dict[str, Any]:
    shown = asdict(report) | {"pages_per_second": share(report.pages, report.seconds)}
    if isinstance(report, ExtractionReport):
        shown["worst"] = [page.id for page in report.worst]
        shown["scores"] = {page.id: _page(page) for page in report.scores}
    if report.baseline:
        shown["baseline"] = _object(report.baseline)
        shown["speed"] = share(report.baseline.seconds, report.seconds)
        shown["text_speed"] = share(report.baseline.text_seconds, report.seconds)
    return shown


def _page(page: PageScore) -> dict[str, Any]:
    """Return a page's scores; of its blocks those that should have stayed and went, and those that should have gone."""
    shown = asdict(page)
    del shown["id"], shown["blocks"]
    lost = [block for block in page.blocks if block.label == KEEP and block.rule and block.rule not in COPIES]
    left = [block for block in page.blocks if block.label == REMOVE and not block.rule]
    return shown | {"lost": [[block.rule, block.opening] for block in lost], "left": [block.opening for block in left]}
