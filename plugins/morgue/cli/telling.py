"""What ``morgue add`` tells: a file added on standard output, all else beside it, and a bar on a terminal."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Column

from morgue.acquisition import Added, plain
from morgue.model import Failure


class Telling:
    """Tells what becomes of each thing that is to be added, and counts."""

    def __init__(self, root: Path) -> None:
        """Tell of files by their paths in an archive's folder."""
        self._root = root
        self._console = Console(stderr=True)
        self._counts = {"added": 0, "passed over": 0, "failed": 0}

    @property
    def failures(self) -> int:
        """Return how much was not added."""
        return self._counts["failed"]

    def each(
        self,
        whats: Sequence[str | Path | Failure],
        run: Callable[[Iterable[str | Path | Failure]], Iterable[Added | Failure]],
    ) -> None:
        """Show what is being added, and tell of each outcome as it comes."""
        current = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
        columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), current)
        quiet = not self._console.is_terminal
        with Progress(
            *columns, console=self._console, transient=True, disable=quiet, redirect_stdout=False, redirect_stderr=False
        ) as progress:
            task = progress.add_task("", total=len(whats))

            def watched() -> Iterator[str | Path | Failure]:
                for what in whats:
                    progress.update(task, description="" if isinstance(what, Failure) else plain(what))
                    yield what

            for outcome in run(watched()):
                if isinstance(outcome, Failure):
                    self.failed(outcome.origin, outcome.reason)
                elif outcome.new and outcome.path:
                    self.added(outcome.path)
                else:
                    self._counts["passed over"] += 1
                if isinstance(outcome, Added) and outcome.note:
                    self.note(outcome.note)
                progress.advance(task)

    def added(self, path: Path) -> None:
        """Tell of a file that is new in the archive."""
        self._counts["added"] += 1
        shown = path.relative_to(self._root) if path.is_relative_to(self._root) else path
        self._tell(str(shown), err=False)

    def failed(self, what: str, reason: str) -> None:
        """Tell why something was not added."""
        self._counts["failed"] += 1
        self.note(f"{plain(what)}: {reason}")

    def note(self, words: str) -> None:
        """Tell something beside what is added."""
        self._tell(words, err=True)

    def busy(self, doing: str) -> AbstractContextManager[object]:
        """Show what takes time before the bar can be."""
        return self._console.status(doing) if self._console.is_terminal else nullcontext()

    def stopped(self, how_on: str) -> None:
        """Tell that the run was interrupted, and how to go on."""
        self.note(f"Stopped. {self._summary()}; what is added is kept. {how_on}".rstrip())

    def finished(self) -> int:
        """Tell the sum and return the exit status."""
        self.note(self._summary())
        return 1 if self.failures else 0

    def _summary(self) -> str:
        return ", ".join(f"{count} {name}" for name, count in self._counts.items() if count) or "0 added"

    def _tell(self, words: str, *, err: bool) -> None:
        """Print a line, above the bar where there is one."""
        if self._console.is_terminal and (err or sys.stdout.isatty()):
            self._console.print(words, soft_wrap=True, markup=False, highlight=False)
        else:
            click.echo(words, err=err)
