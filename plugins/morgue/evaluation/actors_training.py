"""Trains the tagger that finds persons and organisations, on texts whose words are labelled."""

import io
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice, repeat
from pathlib import Path

import numpy as np

from morgue.evaluation.labelled_words import BY_HAND, SILVER, LabelledPage, is_held_out, labelled_pages
from morgue.evaluation.training import TrainingError
from morgue.indexing.discovery.tagger.features import see
from morgue.indexing.discovery.tagger.lists import the_lists
from morgue.indexing.discovery.tagger.model import LABELS, SCALE
from morgue.indexing.discovery.tagger.parts import Key, features_of

_PARAMETERS = {"c1": 0.05, "c2": 0.02, "max_iterations": 60, "feature.minfreq": 3}
_HAND = 2
"""How often what is labelled by hand is shown, as it is little beside what a program tagged."""

_MOST = 2**15 - 1


def train_actors(corpus: Path) -> bytes:
    """Return the model as the bytes of its file; the same texts give the same bytes.

    Raise CorpusError where a file of the corpus is missing, TrainingError where the program that trains is.
    """
    try:
        import pycrfsuite  # noqa: PLC0415  what trains is an extra
    except ImportError as error:
        raise TrainingError(
            "training needs python-crfsuite: install the extra [training], or python-crfsuite itself, into .venv"
        ) from error
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_PARAMETERS, verbose=False)
    silver, hand = labelled_pages(corpus, SILVER), labelled_pages(corpus, BY_HAND)
    for page, times in chain(((page, 1) for page in silver), ((page, _HAND) for page in hand)):
        if not is_held_out(page):
            for features, labels in _lessons(page):
                for _ in range(times):
                    trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = str(Path(folder) / "model")
        trainer.train(trained)
        tagger = pycrfsuite.Tagger()
        tagger.open(trained)
        return _packed(tagger.info())


def _lessons(page: LabelledPage) -> Iterator[tuple[list[list[str]], tuple[str, ...]]]:
    """Yield for each stretch of a text the features of its words, and their labels."""
    seen = see(page.page, the_lists())
    common, own = zip(*seen.common.values(), strict=True), zip(*seen.own.values(), strict=True)
    for (first, last), shared in zip(seen.spans, common, strict=True):
        words = islice(own, last - first)
        features = [[*_features(seen.common, shared), *_features(seen.own, keys)] for keys in words]
        yield features, page.labels[first:last]


def _features(groups: Iterable[str], keys: Iterable[Key]) -> Iterator[str]:
    return chain.from_iterable(map(features_of, groups, keys, repeat(the_lists())))


def _packed(info: object) -> bytes:
    """Return weights as an archive of arrays: features by name, in order, and whole numbers."""
    state, steps = info.state_features, info.transitions  # type: ignore[attr-defined]  # as python-crfsuite parses it
    columns = {label: number for number, label in enumerate(LABELS)}
    rows: dict[str, list[int]] = {}
    for feature, label in sorted(state):
        weight = max(-_MOST, min(_MOST, round(state[feature, label] * SCALE)))
        if weight and label in columns:
            rows.setdefault(feature, [0] * len(LABELS))[columns[label]] = weight
    packed = io.BytesIO()
    np.savez(
        packed,
        features=np.frombuffer("\n".join(rows).encode(), dtype=np.uint8),
        weights=np.array(list(rows.values()), dtype=np.int16),
        steps=np.array([[round(steps.get((before, label), 0) * SCALE) for label in LABELS] for before in LABELS]),
    )
    return packed.getvalue()
