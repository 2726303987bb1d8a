"""``morgue inspect``."""

import sys
from pathlib import Path

import click

from morgue.cli.shared import no_cache, outcomes, workspace_of


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--pretty", is_flag=True, help="For people: the text, what was removed, who speaks.")
@click.option("--removed", is_flag=True, help="Only what was taken out, and why.")
@no_cache
@click.pass_obj
def inspect(settings: Path | None, paths: tuple[str, ...], *, pretty: bool, removed: bool, no_cache: bool) -> None:
    """Say what becomes of captures, one JSON line each.

    PATH is a capture, a folder of captures, or - for a page on standard input.
    """
    from morgue.inspection import json_line, pretty_page, removed_passages
    from morgue.model import Failure

    if pretty and removed:
        raise click.UsageError("--pretty and --removed exclude each other")
    shown = pretty_page if pretty else removed_passages if removed else json_line
    failed = False
    with outcomes(paths, workspace_of(settings), no_cache=no_cache) as found:
        for outcome in found:
            failed = failed or isinstance(outcome, Failure)
            click.echo(shown(outcome))
    sys.exit(1 if failed else 0)
