"""A table of actors: CSV with the columns that ``columns`` names, an actor a row or several."""

from pathlib import Path

from morgue.authority.entries import Kind
from morgue.authority.importing.columns import COLUMNS, column_of, parted, wrong_columns
from morgue.authority.importing.found import Found, ImportFileError, about
from morgue.authority.importing.opened import opened
from morgue.authority.importing.rows import Rows
from morgue.authority.table import read_table
from morgue.authority.yaml_source import SourceError
from morgue.limits import Limits


def read_actors_csv(path: Path, limits: Limits, kind: Kind | None = None) -> Found:
    """Return the actors of a table; ``kind`` is that of rows that give none. Raise ImportFileError if it is none."""
    found = Found()
    rows = Rows(found, kind)
    with about(path), opened(path, limits) as file:
        take_table(rows, found, path.name, file.rest())
        rows.finish()
    return found


def take_table(rows: Rows, found: Found, name: str, data: bytes, *, of_query: bool = False) -> None:
    """Take in the rows of a table; what is wrong in it goes to ``found``. Raise ImportFileError if it is none."""
    try:
        table = read_table(data)
        line, names = next(table, (1, []))
        wrong = list(wrong_columns(names, of_query=of_query))
        if not any(column_of(key, of_query=of_query) for key in names):
            begin = "begins neither as JSON nor" if of_query else "does not begin"
            raise ImportFileError(f"{begin} with the columns of a table: {', '.join(COLUMNS)}; is it the right file?")
        if wrong:
            raise ImportFileError("; ".join(wrong))
        for line, cells in table:
            if len(cells) > len(names):
                found.tell(f"{name}:{line}: has {len(cells)} cells under {len(names)} columns")
            else:
                said = zip(names, cells, strict=False)
                rows.take(
                    f"{name}:{line}", ((column_of(key, of_query=of_query), parted(key, cell)) for key, cell in said)
                )
    except SourceError as error:
        raise ImportFileError(f"line {error.line} {error}") from error
