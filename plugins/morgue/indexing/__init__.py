"""The indexing room: who acts and speaks in a clipping, what they say, and what it is about."""

from morgue.indexing.discovery import ModelError, load_model
from morgue.indexing.indexer import Indexer, quotations

__all__ = ["Indexer", "ModelError", "load_model", "quotations"]
