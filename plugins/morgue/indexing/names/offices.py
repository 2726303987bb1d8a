"""Offices as a language calls them, found on a page and in the title of a role."""

from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel, ConfigDict

from morgue.indexing.page import Page, fold, whole
from morgue.indexing.strings import Strings
from morgue.indexing.vocabulary import read_lists

HEADS: Mapping[str, frozenset[str]] = {
    "head": frozenset({"secretary-general", "director-general", "president", "head"}),
    "leader": frozenset({"president", "prime-minister", "chancellor", "king", "leader"}),
}
"""Offices that a word may stand for which names none: "the NATO chief", "the Ukrainian leader"."""


class Gaps(BaseModel):
    """What may stand between an office and whose it is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: tuple[str, ...] = ()
    demonym: tuple[str, ...] = ()

    def of(self, demonym: bool) -> tuple[str, ...]:  # noqa: FBT001  which of the two
        """Return those beside an adjective, or beside a name."""
        return self.demonym if demonym else self.name


class Offices(BaseModel):
    """One language's lists, as ``offices.yml`` explains them; a language without lists has empty ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: Gaps = Gaps()
    behind: Gaps = Gaps()
    article: str = ""
    other: str = ""
    offices: Mapping[str, tuple[str, ...]] = {}


@cache
def _languages() -> Mapping[str, Offices]:
    return {language: Offices(**lists) for language, lists in read_lists("names/offices.yml").items()}


_NONE = Offices()


def offices(language: str) -> Offices:
    """Return the lists of a language, by its primary subtag."""
    return _languages().get(language, _NONE)


@cache
def phrases() -> Mapping[str, frozenset[str]]:
    """Return what offices each phrase of any language may be for."""
    found: dict[str, set[str]] = {}
    for lists in _languages().values():
        for office, several in lists.offices.items():
            for phrase in several:
                found.setdefault(phrase, set()).add(office)
    return {phrase: frozenset(ids) for phrase, ids in found.items()}


def offices_on(page: Page) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield where offices stand on a page, in its language, the longest phrase at a place, and which they may be."""
    small = page.text.lower()
    if len(small) != len(page.text):  # a letter that is two in small: places would not hold
        return
    ends = -1
    for first, behind, ids in sorted(_finder(page.language).found(small), key=lambda place: (place[0], -place[1])):
        if first >= ends and whole(page, first, behind):
            ends = behind
            yield first, behind, ids


@cache
def _finder(language: str) -> Strings[frozenset[str]]:
    named: dict[str, set[str]] = {}
    for office, several in offices(language).offices.items():
        for phrase in several:
            named.setdefault(fold(phrase), set()).add(office)
    return Strings({phrase: frozenset(ids) for phrase, ids in named.items()})
