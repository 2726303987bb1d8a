"""The names that the machine found and that have no file: how often, where, and whose they may be already."""

from morgue.inspection.suggestions.shown import SCHEMA, suggestions_json, suggestions_text
from morgue.inspection.suggestions.stub import stub
from morgue.inspection.suggestions.suggested import Suggestion, suggestions

__all__ = ["SCHEMA", "Suggestion", "stub", "suggestions", "suggestions_json", "suggestions_text"]
