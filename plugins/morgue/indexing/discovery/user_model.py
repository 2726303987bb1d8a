"""A user's own model (spaCy or GLiNER) in place of the tagger: asked line by line, in whatever language it knows."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from morgue.indexing.discovery.tagger import Kind, Tagged
from morgue.indexing.page import Page

_KINDS: dict[str, Kind] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
    "ORGANIZATION": "organisation",
    "GPE": "place",
    "LOC": "place",
    "LOCATION": "place",
}
"""Of each label that models give the kind of names that it is for; any other is for other names."""

_ASKED = ["person", "organization", "location"]
_LEAST = 0.5
_SURE = 1.0
"""How sure a model is that gives no chances."""

Model = Callable[[str], Iterator[tuple[int, int, str, float]]]
"""Yields of a line each name: start, end, label, chance."""


class ModelError(Exception):
    """A model that cannot be had; the message says why and what to do."""


def tag_with(page: Page, name: str) -> list[Tagged]:
    """Return every name that a model sees on a page, in order; raise ModelError where it cannot be loaded."""
    model = load_model(name)
    found: list[Tagged] = []
    for begin, finish in page.lines:
        for start, end, label, chance in model(page.text[begin:finish]):
            first, last = page.index_at(begin + start), page.index_at(begin + end)
            if first < last and (not found or first >= found[-1].last):
                found.append(Tagged(first, last, _KINDS.get(label.upper(), "other"), chance))
    return found


@cache
def load_model(name: str) -> Model:
    """Return a model by its name, ``spacy:NAME`` or ``gliner:NAME``, once a process; raise ModelError."""
    library, _, model = name.partition(":")
    try:
        module = import_module(library)
    except ImportError as error:
        raise ModelError(f"{name}: {library} is not installed; install it into .venv") from error
    try:
        return _MAKERS[library](module, model)
    except Exception as error:  # whatever the library raises
        raise ModelError(f"{name}: {library} cannot load {model} ({type(error).__name__}: {error})") from error


def _spacy(spacy: Any, name: str) -> Model:
    nlp = spacy.load(name)

    def names(line: str) -> Iterator[tuple[int, int, str, float]]:
        for each in nlp(line).ents:
            yield each.start_char, each.end_char, each.label_, _SURE

    return names


def _gliner(gliner: Any, name: str) -> Model:
    model = gliner.GLiNER.from_pretrained(name)

    def names(line: str) -> Iterator[tuple[int, int, str, float]]:
        found = model.predict_entities(line, _ASKED, threshold=_LEAST)
        for each in sorted(found, key=lambda each: each["start"]):
            yield each["start"], each["end"], each["label"], float(each["score"])

    return names


_MAKERS: dict[str, Callable[[Any, str], Model]] = {"spacy": _spacy, "gliner": _gliner}
