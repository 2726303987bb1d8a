"""The evaluation room: scores the others on labelled data."""

from morgue.evaluation.corpora import CorpusError, find_corpus
from morgue.evaluation.extraction import ExtractionReport, evaluate_extraction
from morgue.evaluation.table import extraction_table

__all__ = ["CorpusError", "ExtractionReport", "evaluate_extraction", "extraction_table", "find_corpus"]
