"""A row of a query's results, in one of the two JSON forms that the query service gives."""

from collections.abc import Iterator, Mapping
from typing import Any

from morgue.authority.importing.columns import IN_LANGUAGE, column_of, parted, wrong_columns
from morgue.authority.importing.found import ImportFileError
from morgue.authority.importing.names import plain


def cells_of(row: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield the columns of a row and their values; a name stands under its language where that is given.

    Raise ImportFileError where a variable of the query is no column.
    """
    wrong = list(wrong_columns(list(row), of_query=True))
    if wrong:
        raise ImportFileError("; ".join(wrong) + "; name the query's variables as the columns of a table of actors")
    for name, cell in row.items():
        column = column_of(name, of_query=True)
        text = plain(cell.get("value") if isinstance(cell, dict) else cell)
        spoken = plain(cell.get("xml:lang")) if isinstance(cell, dict) else ""
        if column == "aliases" and spoken and name != "itemAltLabel":
            column = column_of(f"{IN_LANGUAGE}{spoken}", of_query=True) or column
        yield column, parted(name, text)
