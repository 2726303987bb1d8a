"""What the command says of captures: ``inspect`` of each by itself, ``report`` of many together."""

from morgue.inspection.figures import RULE_NAMES
from morgue.inspection.line import SCHEMA, json_line
from morgue.inspection.pretty import pretty_page, removed_passages
from morgue.inspection.report import UnknownOutletError, report_on
from morgue.inspection.report_shown import report_json, report_text
from morgue.inspection.withheld import withholding

__all__ = [
    "RULE_NAMES",
    "SCHEMA",
    "UnknownOutletError",
    "json_line",
    "pretty_page",
    "removed_passages",
    "report_json",
    "report_on",
    "report_text",
    "withholding",
]
