"""Corrections, clarifications and notices of updates: part of the record, so no rule may clean them away."""

import re

from morgue.vocabulary import any_of, load

_WORDS = load("notice")

_HEADED = re.compile(
    rf"[\W_]*{any_of(_WORDS['names'])}\s*([(\[][^)\]]{{0,60}}[)\]])?[^:\uff1a.\n]{{0,40}}(:|\uff1a|[-\u2013\u2014]\s|$|\n)",
    re.IGNORECASE,
)
"""A notice begins with its name, perhaps a date, and a mark that parts it from what it says; or is that name alone."""

_TOLD = re.compile(any_of(_WORDS["told"]), re.IGNORECASE)

_BEGINNING = 300
"""Characters in which a notice says that it is one."""


def is_notice(text: str) -> bool:
    """Say whether a block corrects, clarifies or updates the article."""
    return bool(_HEADED.match(text[:_BEGINNING]) or _TOLD.search(text[:_BEGINNING]))
