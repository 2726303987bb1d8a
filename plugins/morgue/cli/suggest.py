"""``morgue suggest``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.shared import KINDS, Problem, workspace_of

if TYPE_CHECKING:
    from morgue.inspection.suggestions import Unfiled
    from morgue.workspace import Workspace


@click.group()
def suggest() -> None:
    """Show what the machine found and nobody has filed."""


@suggest.command()
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="How many names.")
@click.option("--kind", type=click.Choice(KINDS), help="Only of this kind.")
@click.option("--write", metavar="ID", multiple=True, help="Begin the file of this name; may be given again.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_obj
def actors(settings: Path | None, *, limit: int, kind: str | None, write: tuple[str, ...], as_json: bool) -> None:
    """Rank the persons and organisations without a file by the stories that name them.

    Each with how it was found, sentences, and whose name it may be already. Nothing is written but by --write.
    """
    from rich.console import Console

    from morgue.authority import AuthorityErrors
    from morgue.inspection.suggestions import Unfiled, suggestions_json, suggestions_text
    from morgue.pipeline import WorkersError, run_archive
    from morgue.progress import shown

    workspace = workspace_of(settings)
    if not workspace.in_archive:
        raise Problem("there is no archive here; go to the folder of its pelican.conf.py")
    try:
        archive = run_archive(
            workspace,
            lambda outcomes, files: shown(outcomes, files, Console(stderr=True)),
            lambda warning: click.echo(f"Warning: {warning}", err=True),
        )
    except (AuthorityErrors, WorkersError) as error:
        raise Problem(str(error)) from error
    unfiled = Unfiled(archive, workspace.authority.actors)
    if write:
        sys.exit(_write(workspace, unfiled, write))
    chosen = [identity for identity in unfiled.ranked if kind in (None, unfiled.names[identity].kind)]
    found = [unfiled.suggestion(identity) for identity in chosen[:limit]]
    click.echo(suggestions_json(found) if as_json else suggestions_text(found, len(chosen)))


def _write(workspace: "Workspace", unfiled: "Unfiled", ids: tuple[str, ...]) -> int:
    """Write the files of suggestions, and return the exit status."""
    from morgue.authority.files import ids_in
    from morgue.authority.importing import Found, plan, write_actors
    from morgue.authority.near import did_you_mean
    from morgue.inspection.suggestions import stub

    folder = workspace.content / "actors"
    for identity in ids:
        if identity in workspace.authority.unfiled:
            raise click.UsageError(f"{identity} is built in; what you know beside goes into a file of your own")
        if identity in workspace.authority.actors:
            raise click.UsageError(f"{identity}.md is there already; add to it by hand")
        if identity not in unfiled.names:
            near = did_you_mean(identity, unfiled.names)
            raise click.UsageError(f"no name without a file has the id {identity}{near}")
    stubs = Found([stub(unfiled.suggestion(identity)) for identity in dict.fromkeys(ids)])
    planned = plan(stubs, workspace.authority.actors, ids_in(folder, ".md"))
    try:
        for path in write_actors(folder, planned.texts):
            click.echo(path.relative_to(workspace.root))
    except OSError as error:
        raise Problem(f"{error.filename} cannot be written ({error.strerror})") from error
    for line in (*planned.kept, *planned.notes, *planned.left_out):
        click.echo(line, err=True)
    return 1 if planned.left_out else 0
