"""The evaluation room: scores the others on labelled data."""

from morgue.evaluation.actors import ActorReport, evaluate_actors
from morgue.evaluation.actors_shown import actors_json, actors_table
from morgue.evaluation.actors_training import train_actors
from morgue.evaluation.cleaning import CleaningReport, evaluate_cleaning
from morgue.evaluation.cleaning_table import cleaning_table
from morgue.evaluation.corpora import CorpusError, find_corpus, has_snippets
from morgue.evaluation.desk import furnish
from morgue.evaluation.extraction import ExtractionReport, evaluate_extraction
from morgue.evaluation.extraction_table import extraction_table, snippet_table
from morgue.evaluation.quotes import QuotesReport, evaluate_quotes
from morgue.evaluation.quotes_table import quotes_json, quotes_table
from morgue.evaluation.report_json import as_json
from morgue.evaluation.snippets import SnippetReport, evaluate_snippets
from morgue.evaluation.training import TrainingError, train_extraction

__all__ = [
    "ActorReport",
    "CleaningReport",
    "CorpusError",
    "ExtractionReport",
    "QuotesReport",
    "SnippetReport",
    "TrainingError",
    "actors_json",
    "actors_table",
    "as_json",
    "cleaning_table",
    "evaluate_actors",
    "evaluate_cleaning",
    "evaluate_extraction",
    "evaluate_quotes",
    "evaluate_snippets",
    "extraction_table",
    "find_corpus",
    "furnish",
    "has_snippets",
    "quotes_json",
    "quotes_table",
    "snippet_table",
    "train_actors",
    "train_extraction",
]
