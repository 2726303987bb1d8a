"""What the commands share: the archive they are run in, its captures' outcomes, and how a fault is told."""

import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from morgue.cache import Cache
    from morgue.model import Failure, Record
    from morgue.workspace import Workspace

KINDS = ("person", "organisation", "country", "bloc")
"""The kinds of actors, as ``authority.entries.Kind`` has them, which only commands that need it load."""

no_cache = click.option("--no-cache", is_flag=True, help="Read every page anew, and keep nothing.")


class Problem(click.ClickException):
    """Something that the user has to mend: its message alone, exit status 1."""

    exit_code = 1


def workspace_of(settings: Path | None) -> "Workspace":
    """Return the archive that a command is run in, or built-in defaults where there is none."""
    from morgue.authority import AuthorityErrors
    from morgue.settings import SettingsError, read_settings
    from morgue.workspace import Workspace, find_workspace

    try:
        here = Path.cwd()
    except FileNotFoundError as error:  # workers could not begin in it either
        raise Problem("the folder that this runs in has been deleted; go to another") from error
    try:
        return find_workspace(settings) or Workspace(here, here / "content", read_settings({}))
    except (SettingsError, AuthorityErrors) as error:
        raise Problem(str(error)) from error


@contextmanager
def outcomes(paths: Sequence[str], workspace: "Workspace", *, no_cache: bool) -> "Iterator[Iterator[Record | Failure]]":
    """Give the outcomes of every capture of the paths, in the order given; leaving the block stops all work on them.

    Of what is withheld there is no text in them.
    """
    from morgue.inspection import withholding

    with closing(_outcomes(paths, workspace, no_cache=no_cache)) as found:
        yield map(withholding(workspace.authority.withheld), found)


def _outcomes(
    paths: Sequence[str], workspace: "Workspace", *, no_cache: bool
) -> "Generator[Record | Failure, None, None]":
    from morgue.authority import AuthorityErrors
    from morgue.pipeline import WorkersError, capture_files, process

    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("- stands alone")
        yield from _standard_input(workspace)
        return
    try:
        files = capture_files(_found(paths), workspace)
    except AuthorityErrors as error:  # a sidecar outside the archive
        raise Problem(str(error)) from error
    try:
        with open_cache(workspace, no_cache=no_cache) as cache:
            yield from process(files, workspace, cache)
    except (AuthorityErrors, WorkersError) as error:
        raise Problem(str(error)) from error


@contextmanager
def open_cache(workspace: "Workspace", *, no_cache: bool = False) -> "Iterator[Cache | None]":
    """Give the archive's cache, or None; what is wrong with it is told beside what is printed."""
    from morgue.pipeline import cache_of

    if no_cache:
        yield None
        return
    with cache_of(workspace, lambda warning: click.echo(f"Warning: {warning}", err=True)) as cache:
        yield cache


def _standard_input(workspace: "Workspace") -> "Iterator[Record | Failure]":
    from morgue.authority.sidecar import Sidecar
    from morgue.capture import CaptureError, open_stream
    from morgue.model import Failure
    from morgue.pipeline import Rooms

    limits = workspace.settings.limits
    rooms = Rooms(workspace.authority, limits, workspace.settings.ner)
    try:
        for capture in open_stream(sys.stdin.buffer, "-", "-", lambda *_: Sidecar(), limits):
            yield capture if isinstance(capture, Failure) else rooms.record(capture)
    except CaptureError as error:
        yield Failure("-", str(error))


def _found(paths: Iterable[str]) -> Iterator[Path]:
    from morgue.capture import find_captures

    for name in paths:
        path = Path(name)
        try:
            there = path.exists()
        except OSError as error:
            raise click.UsageError(f"{name} cannot be read ({error.strerror})") from error
        if not there:
            raise click.UsageError(f"there is no file or folder {name}")
        yield from find_captures([path]) if path.is_dir() else [path]
