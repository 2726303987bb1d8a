"""What discovery finds: a name, what kind of actor it is, and by which rule."""

from dataclasses import dataclass
from typing import Literal

from morgue.indexing.vocabulary import read_lists

_COMPANIES = frozenset(read_lists("words.yml")["companies"].split())
"""What ends a company's name and says no more than that it is one."""

BARE = "bare"
"""The rule by which the tagger finds surnames alone. Whose they are only the whole archive can tell (``collation``)."""


def without_form(name: str) -> str:
    """Return the name of an organisation without what says that it is a company: "Inc", "GmbH"."""
    short, _, form = name.rpartition(" ")
    return short if form.lower() in _COMPANIES and short else name


@dataclass(frozen=True, slots=True)
class Found:
    """A name that the text itself introduces; ``spellings`` are all the strings that stand for it."""

    name: str
    kind: Literal["person", "organisation"]
    spellings: tuple[str, ...]
    rule: str
    confidence: float
