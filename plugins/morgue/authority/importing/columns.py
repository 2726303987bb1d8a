"""The columns of a table of actors, and those of Wikidata's query service."""

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import TypeAdapter, ValidationError

from morgue.authority.column_names import wrong_names
from morgue.authority.fields import Language

IN_LANGUAGE = "aliases_"
"""Begins the columns of names in one language: ``aliases_de``."""

LISTS = frozenset({"aliases", "not"})
"""Columns whose cells hold several, parted by semicolons; so do those of one language."""

ROLE = {"role": "title", "organisation": "organisation", "from": "from", "to": "to"}
"""The columns of one office, and the fields that they are."""

COLUMNS = ("id", "name", "kind", "aliases", *ROLE, "wikidata", "iso", "not", "part-of", "biography")

QUERY = {
    "item": "wikidata",
    "itemLabel": "name",
    "itemAltLabel": "aliases",
    "itemDescription": "biography",
    "alias": "aliases",
    "part_of": "part-of",
}
"""What the variables of a query mean, beside those that are named as columns."""

_LANGUAGE: TypeAdapter[str] = TypeAdapter(Language)


@cache
def column_of(name: str, *, of_query: bool) -> str:
    """Return the column that a name means, or nothing where it is none."""
    named = QUERY.get(name, name) if of_query else name
    if named in COLUMNS or (named.startswith(IN_LANGUAGE) and _is_language(named.removeprefix(IN_LANGUAGE))):
        return named
    return ""


def parted(name: str, cell: str) -> list[str]:
    """Return the values in a cell of a column, parted by semicolons, or by commas as the query service parts names."""
    if name == "itemAltLabel":
        return cell.split(", ")
    return cell.split(";") if is_list(name) else [cell]


def is_list(column: str) -> bool:
    """Say whether a column's cells hold several values."""
    return column in LISTS or column.startswith(IN_LANGUAGE)


def wrong_columns(names: Sequence[str], *, of_query: bool) -> Iterator[str]:
    """Return what is wrong with the names of a table's columns."""
    known = (*COLUMNS, f"{IN_LANGUAGE}en", *(QUERY if of_query else ()))
    return wrong_names(names, known, lambda name: bool(column_of(name, of_query=of_query)))


def _is_language(tag: str) -> bool:
    try:
        _LANGUAGE.validate_python(tag)
    except ValidationError:
        return False
    return True
