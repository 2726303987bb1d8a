"""Discovery: persons and organisations that no authority file knows, found by rule; precision before recall."""

from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.organisations import find_organisations
from morgue.indexing.discovery.persons import find_persons

__all__ = ["Found", "find_organisations", "find_persons"]
