"""What a file to import holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from morgue.authority.entries import Actor

MOST = 100_000
"""Actors of one import: as many as a folder of files is for."""


_MOST_WRONG = 1_000
"""Lines and items that are wrong: beyond them the file is none of its kind."""


class ImportFileError(Exception):
    """A file of which nothing can be imported: why, and what to do."""


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Name the file in what is raised of it."""
    try:
        yield
    except ImportFileError as error:
        raise ImportFileError(f"{path}: {error}") from error


@dataclass(slots=True)
class Found:
    """The actors of a file, what is wrong in it, what is worth a note, and how many items are no actors."""

    actors: list[Actor] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    passed_over: int = 0

    def add(self, actor: Actor) -> None:
        """Take in an actor. Raise ImportFileError where there are more than an import is for."""
        if len(self.actors) == MOST:
            raise ImportFileError(f"holds more than {MOST:,} actors; take the part that the archive is about")
        self.actors.append(actor)

    def tell(self, wrong: str) -> None:
        """Note what is wrong with a line or an item. Raise ImportFileError where it is too much."""
        if len(self.wrong) == _MOST_WRONG:
            raise ImportFileError(f"is wrong in more than {_MOST_WRONG:,} places, as here: {wrong}")
        self.wrong.append(wrong)
