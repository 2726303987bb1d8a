"""The evaluation room: scores the others on labelled data."""

from morgue.evaluation.cleaning import CleaningReport, evaluate_cleaning
from morgue.evaluation.corpora import CorpusError, find_corpus
from morgue.evaluation.extraction import ExtractionReport, evaluate_extraction
from morgue.evaluation.table import cleaning_table, extraction_table

__all__ = [
    "CleaningReport",
    "CorpusError",
    "ExtractionReport",
    "cleaning_table",
    "evaluate_cleaning",
    "evaluate_extraction",
    "extraction_table",
    "find_corpus",
]
