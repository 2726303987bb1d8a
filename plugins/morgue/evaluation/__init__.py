"""The evaluation room: scores the others on labelled data."""

from morgue.evaluation.corpora import CorpusError, find_corpus
from morgue.evaluation.extraction import ExtractionReport, FieldScore, PageScore, evaluate_extraction
from morgue.evaluation.word_f1 import word_f1

__all__ = [
    "CorpusError",
    "ExtractionReport",
    "FieldScore",
    "PageScore",
    "evaluate_extraction",
    "find_corpus",
    "word_f1",
]
