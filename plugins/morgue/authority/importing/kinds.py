"""What kind of actor an item is."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import yaml

from morgue.authority.entries import Kind


@cache
def _classes() -> dict[str, Kind]:
    """Return the kind of each class, in the order of the file."""
    listed: dict[Kind, list[str]] = yaml.safe_load(files(__package__).joinpath("kinds.yml").read_text(encoding="utf-8"))
    return {identity: kind for kind, several in listed.items() for identity in several}


def kind_of(classes: Iterable[str]) -> Kind | None:
    """Return the kind of an item of these classes, the first in the file where they are of several, None if unknown."""
    named = set(classes)
    return next((kind for identity, kind in _classes().items() if identity in named), None)
