"""A tagger of names: trained on labelled texts, quick, and the same on every machine."""

from morgue.indexing.discovery.tagger.lists import the_lists
from morgue.indexing.discovery.tagger.tagging import Kind, Tagged, tag

__all__ = ["Kind", "Tagged", "tag", "the_lists"]
