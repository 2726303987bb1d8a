"""Corrects an extractor's choice, passage by passage, by what labelled pages taught."""

from morgue.extraction.correction.corrected import Seen, corrected, seen
from morgue.extraction.correction.inputs import NAMES as INPUTS
from morgue.extraction.correction.passages import Passage, passages_of, prose_in
from morgue.extraction.correction.trees import MODEL

__all__ = ["INPUTS", "MODEL", "Passage", "Seen", "corrected", "passages_of", "prose_in", "seen"]
