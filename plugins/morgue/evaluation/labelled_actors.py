"""Texts in which every person, organisation and place is labelled, as ``news-actors`` has them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from morgue.evaluation.corpora import CorpusError

DEVELOPMENT = "dev.jsonl"
"""The file of the corpus that is for developing."""

COUNTRY, OTHER, PLACE = "country", "other", "place"


@dataclass(frozen=True, slots=True)
class Label:
    """A mention as labelled; ``kind`` is person, organisation, country, place (no sovereign state) or other."""

    start: int
    end: int
    kind: str
    name: str
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text; only what lies inside ``[start, end)`` of it is labelled. ``labels`` are all, no names too."""

    id: str
    text: str
    start: int
    end: int
    labels: tuple[Label, ...]

    def holds(self, start: int, end: int) -> bool:
        """Say whether a span lies in what is labelled."""
        return self.start <= start and end <= self.end

    def is_name(self, start: int, end: int) -> bool:
        """Say whether a span is a name: capitalised, and no pronoun."""
        return self.text[start].isupper() and self.text[start:end].lower() not in _pronouns()

    def names(self, kind: str) -> Iterator[Label]:
        """Yield the labels of a kind that are names."""
        for label in self.labels:
            if label.kind == kind and self.holds(label.start, label.end) and self.is_name(label.start, label.end):
                yield label


def labelled_texts(corpus: Path) -> list[LabelledText]:
    """Return the texts of a file of the form of ``news-actors/dev.jsonl``, or of that file in a folder, in order.

    Raise CorpusError where there is none.
    """
    path = corpus / DEVELOPMENT if corpus.is_dir() else corpus
    try:
        lines = path.read_text("utf-8").splitlines()
        texts = [_text(json.loads(line)) for line in filter(str.strip, lines)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(
            f"{path}: it holds no labelled actors, a JSON object a line ({type(error).__name__}: {error})"
        ) from error
    if not texts:
        raise CorpusError(f"{path}: it has no labels")
    return texts


def _text(read: dict[str, Any]) -> LabelledText:
    labels = (
        Label(each["start"], each["end"], _kind(each["kind"], each["name"]), each["name"], each["wikidata"])
        for each in read["mentions"]
    )
    start, end = read["evaluate"]
    return LabelledText(read["id"], read["text"], start, end, tuple(labels))


def _kind(kind: str, name: str) -> str:
    return COUNTRY if kind == PLACE and name in _states() else kind


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("labelled_actors.yml").read_text("utf-8"))
    return lists


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(_lists()["pronouns"].split())


@cache
def _states() -> frozenset[str]:
    return frozenset(_lists()["states"])
