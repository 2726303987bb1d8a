"""The tables of the built-in authority, as they are written."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Table = Mapping[str, Mapping[str, Any]]


@cache
def countries() -> Mapping[str, str]:
    """Return the states: the name that the archive gives each, and its two letters of ISO 3166."""
    names: Mapping[str, str] = _read("countries.yml")
    return names


@cache
def organisations() -> Table:
    """Return the bodies of governments by id: ``kind``, ``name``, ``part-of``, names by language, ``not``."""
    bodies: Table = _read("organisations.yml")
    return bodies


@cache
def in_language(language: str) -> Table:
    """Return what a language calls states and their governments, by id; nothing where there is no such table."""
    name = f"countries/{language}.yml"
    known = language.isalpha() and files(__package__).joinpath(name).is_file()
    table: Table = _read(name) if known else {}
    return table


def texts(value: Any) -> tuple[str, ...]:
    """Return a list of a table; a text alone may stand without its list."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def _read(name: str) -> Any:
    return yaml.load(files(__package__).joinpath(name).read_text("utf-8"), yaml.CSafeLoader)
