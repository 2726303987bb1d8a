"""What is wrong in the archivists' files: every problem of a build at once, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend; ``file`` is relative to the archive's folder, ``line`` counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return it as compilers do, so that an editor can jump there: one line, whatever the file holds."""
        text = f"{self.file}:{self.line}: {self.message}"
        return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)


class AuthorityErrors(Exception):  # noqa: N818 - it carries all of them
    """The authority files cannot stand as they are; ``problems`` says why, in order of file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line a problem."""
        return "\n".join(map(str, self.problems))
