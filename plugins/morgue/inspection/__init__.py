"""What ``morgue inspect`` says of a capture: for programs, for people, or only what was taken out."""

from morgue.inspection.line import SCHEMA, json_line
from morgue.inspection.pretty import pretty_page, removed_passages

__all__ = ["SCHEMA", "json_line", "pretty_page", "removed_passages"]
