"""Makes actors' files of what a user downloaded: items of Wikidata, results of a query, a table."""

from morgue.authority.importing.found import Found, ImportFileError
from morgue.authority.importing.plan import plan
from morgue.authority.importing.table import read_actors_csv
from morgue.authority.importing.wikidata import LANGUAGES, read_wikidata
from morgue.authority.importing.writing import actors_in, write_actors

__all__ = [
    "LANGUAGES",
    "Found",
    "ImportFileError",
    "actors_in",
    "plan",
    "read_actors_csv",
    "read_wikidata",
    "write_actors",
]
