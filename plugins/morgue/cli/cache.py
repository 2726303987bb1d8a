"""``morgue cache``: the results of earlier runs, which a build takes instead of reading a page again."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.shared import Problem, open_cache, workspace_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from morgue.cache import Cache
    from morgue.workspace import Workspace


@click.group()
def cache() -> None:
    """Look after the results of earlier runs (.morgue-cache); losing them costs time alone."""


@cache.command()
@click.pass_obj
def stats(settings: Path | None) -> None:
    """Say how much is kept."""
    from morgue.pipeline import LAYERS

    workspace = _archive(settings)
    with _opened(workspace) as opened:
        found = opened.stats()
    for layer, name in LAYERS.items():
        count, size = found.entries.get(layer, (0, 0))
        click.echo(f"{count:>9,} {name:<22} {size:>15,} bytes")
    click.echo(f"{'':>9} {'the file':<22} {found.size:>15,} bytes of {workspace.settings.cache_bytes:,} at most")


@cache.command()
@click.option(
    "--to", "limit", type=click.IntRange(min=0), metavar="BYTES", help="How large it may stay; else MORGUE_CACHE_BYTES."
)
@click.pass_obj
def prune(settings: Path | None, limit: int | None) -> None:
    """Make it smaller: what was not used for longest goes first."""
    workspace = _archive(settings)
    with _opened(workspace) as opened:
        opened.prune(workspace.settings.cache_bytes if limit is None else limit)
        click.echo(f"{opened.stats().size:,} bytes are left")


@cache.command()
@click.pass_obj
def clear(settings: Path | None) -> None:
    """Delete it."""
    from morgue.cache import FOLDER, remove

    folder = _archive(settings).root / FOLDER
    try:
        remove(folder)
    except OSError as error:
        raise Problem(f"{error.filename} cannot be deleted ({error.strerror}); delete it by hand") from error
    click.echo(f"{folder} is empty")


@contextmanager
def _opened(workspace: "Workspace") -> "Iterator[Cache]":
    with open_cache(workspace) as opened:
        if opened is None:
            raise Problem("MORGUE_CACHE_BYTES is 0: no cache is kept")
        yield opened


def _archive(settings: Path | None) -> "Workspace":
    workspace = workspace_of(settings)
    if not workspace.in_archive:
        raise Problem("there is no archive here, and outside of one no cache; go to the folder of its pelican.conf.py")
    return workspace
