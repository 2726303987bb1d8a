"""The extraction room: a Capture becomes a Clipping, its metadata and its blocks, or is refused with a reason."""

from morgue.extraction.dateline import Dateline, find_dateline
from morgue.extraction.errors import ExtractionError, UnforeseenError
from morgue.extraction.extract import extract
from morgue.extraction.outlet import with_outlet

__all__ = ["Dateline", "ExtractionError", "UnforeseenError", "extract", "find_dateline", "with_outlet"]
