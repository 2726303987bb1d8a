"""What a file to import holds."""

from dataclasses import dataclass, field

from morgue.authority.entries import Actor

MOST = 100_000
"""Actors of one import: as many as a folder of files is for."""


class ImportFileError(Exception):
    """A file of which nothing can be imported: why, and what to do."""


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
