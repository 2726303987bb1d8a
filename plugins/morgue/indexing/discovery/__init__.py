"""Discovery: who stands in no authority file, found by rules and a tagger; precision before recall."""

from morgue.indexing.discovery.cyrillic import find_cyrillic
from morgue.indexing.discovery.found import Found
from morgue.indexing.discovery.organisations import find_organisations
from morgue.indexing.discovery.persons import find_persons
from morgue.indexing.discovery.tagged import Sighting, sightings
from morgue.indexing.discovery.tagger import tag
from morgue.indexing.discovery.user_model import ModelError, load_model, tag_with
from morgue.indexing.page import Page

_TAGGED = frozenset({"en"})
"""Languages in which the tagger was trained."""


def find_tagged(page: Page, model: str = "") -> list[Sighting]:
    """Return the names that the tagger sees on a page of a language that it knows, or a user's model on any page."""
    if model:
        return sightings(page, tag_with(page, model))
    return sightings(page, tag(page)) if page.language in _TAGGED else []


__all__ = [
    "Found",
    "ModelError",
    "Sighting",
    "find_cyrillic",
    "find_organisations",
    "find_persons",
    "find_tagged",
    "load_model",
]
