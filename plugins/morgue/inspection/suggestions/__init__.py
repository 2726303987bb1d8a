"""The names that the machine found and that have no file: how often, where, and whose they may be already."""

from morgue.inspection.suggestions.shown import SCHEMA, suggestions_json, suggestions_text
from morgue.inspection.suggestions.stub import stub
from morgue.inspection.suggestions.suggested import Suggestion, Unfiled

__all__ = ["SCHEMA", "Suggestion", "Unfiled", "stub", "suggestions_json", "suggestions_text"]
