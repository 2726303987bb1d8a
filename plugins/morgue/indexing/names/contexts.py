"""The words beside a name that tell what it stands for, by language."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from morgue.indexing.vocabulary import read_lists


def _pattern(written: Any) -> re.Pattern[str]:
    """Return what matches each of the words, of which ``*`` is any part."""
    return re.compile("|".join(re.escape(word) for word in written.split()).replace(r"\*", r"\w*") or r"(?!)")


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Listed = Annotated[frozenset[str], BeforeValidator(str.split)]
_NOTHING = re.compile(r"(?!)")


class Contexts(BaseModel):
    """One language's lists, as ``contexts.yml`` explains them; a language without lists has empty ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    organs: Pattern = _NOTHING
    rulers: Pattern = _NOTHING
    acts: Pattern = _NOTHING
    policy: Pattern = _NOTHING
    ties: Pattern = _NOTHING
    facing: Pattern = _NOTHING
    backed: Pattern = _NOTHING
    sport: Listed = frozenset()
    toward: Listed = frozenset()
    at: Listed = frozenset()
    behind: Listed = frozenset()
    joining: Listed = frozenset()
    copulas: Listed = frozenset()
    articles: Listed = frozenset()
    forces: Listed = frozenset()
    within: Listed = frozenset()
    inverted: bool = False
    organs_first: bool = False
    genitive: bool = False


@cache
def contexts(language: str) -> Contexts:
    """Return the lists of a language, by its primary subtag; their patterns are made when they are first asked for."""
    return Contexts(**_lists().get(language, {}))


@cache
def _lists() -> Mapping[str, Any]:
    return read_lists("names/contexts.yml")
