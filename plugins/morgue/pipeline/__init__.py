"""Takes every capture through the per-capture rooms: on all cores, and never twice where a cache is kept."""

from morgue.pipeline.archive import cache_of, process, run_archive
from morgue.pipeline.keys import DICTIONARY, LAYERS, PICTURES
from morgue.pipeline.reading import capture_files
from morgue.pipeline.results import Results
from morgue.pipeline.rooms import Cleaned, Rooms
from morgue.pipeline.run import Outcome, WorkersError
from morgue.pipeline.workers import Workers

__all__ = [
    "DICTIONARY",
    "LAYERS",
    "PICTURES",
    "Cleaned",
    "Outcome",
    "Results",
    "Rooms",
    "Workers",
    "WorkersError",
    "cache_of",
    "capture_files",
    "process",
    "run_archive",
]
