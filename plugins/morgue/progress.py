"""How far long work has come, for whoever watches it on a terminal; nothing elsewhere, as in CI."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

Item = TypeVar("Item")


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.0f} pages/s" if speed else "", style="progress.data.speed")


def shown(pages: Iterable[Item], total: int | None, console: Console) -> Iterator[Item]:
    """Pass pages on and show how many there have been, how many a second, and how long the rest will take."""
    columns = ("Reading captures", BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for page in pages:
            yield page
            progress.advance(task)
