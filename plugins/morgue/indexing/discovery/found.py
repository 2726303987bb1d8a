"""What discovery finds: a name, what kind of actor it is, and by which rule."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Found:
    """A name that the text itself introduces; ``spellings`` are all the strings that stand for it."""

    name: str
    kind: Literal["person", "organisation"]
    spellings: tuple[str, ...]
    rule: str
    confidence: float
