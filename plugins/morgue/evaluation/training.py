"""Grows the model by which an extractor's choice is corrected, on pages with reviewed truth."""

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from morgue.capture import CaptureError
from morgue.evaluation.corpora import page_ids, read_page
from morgue.extraction import ExtractionError
from morgue.extraction.correction import INPUTS, Seen
from morgue.extraction.correction.trees import LEAVES
from morgue.extraction.fullest import seen_on
from morgue.extraction.parse import parse
from morgue.letters import words_of

_PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": LEAVES,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
_TREES = 200

_HEAVIEST = 60
"""Words from which a passage weighs no more."""

_RUN = 3
"""Words in a row, or a passage's all, that stand in the truth by no chance."""

_PASSAGES = 20
"""A page weighs as much as any other, but for those that have fewer passages."""


class TrainingError(Exception):
    """What stands in the way of training, and what to do about it."""


@dataclass(frozen=True, slots=True)
class _Lesson:
    """Of one page each passage near the chosen ones: its figures, whether it is the article's, its weight."""

    rows: list[list[float]]
    answers: list[bool]
    weights: list[float]


def train_extraction(corpus: Path, executor: Executor) -> str:
    """Return the model as the text of its file; the same pages give the same bytes.

    Raise CorpusError where no page is labelled, TrainingError where the program that grows the trees is missing.
    """
    try:
        import lightgbm  # noqa: PLC0415  what grows trees is an extra
        import numpy as np  # noqa: PLC0415
    except ImportError as error:
        raise TrainingError(
            "training needs LightGBM: install the extra [training], or lightgbm itself, into .venv"
        ) from error
    lessons = list(executor.map(partial(_lesson, corpus), page_ids(corpus, None), chunksize=8))
    data = lightgbm.Dataset(
        np.array(list(chain.from_iterable(lesson.rows for lesson in lessons))),
        list(chain.from_iterable(lesson.answers for lesson in lessons)),
        weight=list(chain.from_iterable(lesson.weights for lesson in lessons)),
    )
    grown = lightgbm.train(_PARAMETERS, data, _TREES).dump_model()
    return model_text([tree["tree_structure"] for tree in grown["tree_info"]])


def _lesson(corpus: Path, name: str) -> _Lesson:
    page = read_page(corpus, name)
    try:
        view = seen_on(parse(page.capture().payload))
    except (CaptureError, ExtractionError):
        return _Lesson([], [], [])
    passages = view.passages[view.first : view.last]
    weight = 100 / max(_PASSAGES, len(passages))
    return _Lesson(
        rows=view.inputs.rows(view.first, view.last).tolist() if passages else [],
        answers=_answers(view, page.wanted),
        weights=[weight * min(_HEAVIEST, passage.end - passage.start) ** 0.5 for passage in passages],
    )


def in_order(page: Sequence[str], truth: Sequence[str]) -> list[int]:
    """Return for each word of a page how long the run of words is in which the truth has it too, in order; else 0.

    It is the longest common subsequence, whose table is a whole number a row (Hyyrö): a bit for each word of the
    truth, unset where the row's page words have one more in common with the truth up to that word.
    """
    places: dict[str, int] = {}
    for at, word in enumerate(truth):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(truth)) - 1
    rows = [full]
    for word in page:
        shared = rows[-1] & places.get(word, 0)
        rows.append((rows[-1] + shared | rows[-1] - shared) & full)
    lengths = [0] * len(page)
    at, of = len(page), len(truth)
    run: list[int] = []
    while at and of:
        if rows[at] >> of - 1 & 1:
            of -= 1
        elif not rows[at - 1] >> of - 1 & 1:
            at -= 1
        else:
            at, of = at - 1, of - 1
            run.append(at)
            continue
        _set(lengths, run)
        run = []
    _set(lengths, run)
    return lengths


def _set(lengths: list[int], run: Sequence[int]) -> None:
    for at in run:
        lengths[at] = len(run)


def _answers(view: Seen, truth: str) -> list[bool]:
    """Say of each passage whether most of it stands in the truth in order, and not by the chance of a word or two."""
    standing = [at for passage in view.passages for at in range(passage.start, passage.end)]
    runs = dict(zip(standing, in_order([view.words[at] for at in standing], words_of(truth)), strict=True))
    answers = []
    for passage in view.passages[view.first : view.last]:
        held = range(passage.start, passage.end)
        answers.append(2 * sum(runs[at] >= min(_RUN, len(held)) for at in held) >= len(held))
    return answers


def _grown(node: dict[str, Any]) -> Any:
    """Return a tree as LightGBM describes it in the form of ``morgue.extraction.correction.trees``."""
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [
        node["split_feature"],
        float(f"{node['threshold']:.5g}"),
        _grown(node["left_child"]),
        _grown(node["right_child"]),
    ]


def model_text(grown: Iterable[dict[str, Any]], names: Sequence[str] = INPUTS) -> str:
    """Return trees as the text of the model's file, a tree a line."""
    trees = ",\n".join(json.dumps(_grown(tree), separators=(",", ":")) for tree in grown)
    return f'{{"names": {json.dumps(names)},\n"trees": [\n{trees}\n]}}\n'
