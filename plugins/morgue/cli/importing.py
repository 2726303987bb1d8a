"""``morgue import``: actors' files from what was downloaded; nothing asks the network."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.shared import KINDS, Problem, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from morgue.authority.entries import Kind
    from morgue.authority.importing import Found
    from morgue.workspace import Workspace


_file = click.Path(exists=True, dir_okay=False, path_type=Path)
_into = click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for the files; else the archive's content/actors.",
)
_kind = click.option("--kind", type=click.Choice(KINDS), help="The kind of those for which the file gives none.")
_dry_run = click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")


@click.group("import")
def import_() -> None:
    """Make actors' files of what you downloaded; a file that is there is never changed."""


@import_.command()
@click.argument("files", nargs=-1, required=True, type=_file, metavar="FILE…")
@_into
@click.option(
    "--languages",
    metavar="TAGS",
    help="Whose names are taken, parted by commas, the first for the actor's own name.  [default: en,de,fr,es,ru,uk]",
)
@_kind
@_dry_run
@click.pass_obj
def wikidata(  # noqa: PLR0913  one parameter an option
    settings: Path | None,
    files: tuple[Path, ...],
    *,
    into: Path | None,
    languages: str | None,
    kind: "Kind | None",
    dry_run: bool,
) -> None:
    """Take items of Wikidata, or results of its query service.

    FILE is an item's Special:EntityData/Q….json, a dump or another file of an item a line, or results as JSON or CSV;
    plain, gzip or bzip2. Positions held become roles where one of the files has the item of the position too.
    """
    from morgue.authority.importing import LANGUAGES, read_wikidata

    chosen = tuple(tag.strip() for tag in languages.split(",")) if languages else LANGUAGES
    for tag in chosen:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
            raise click.UsageError(f"{tag!r} is no language; write tags as en,de,pt-br")
    workspace = workspace_of(settings)
    _import(workspace, into, lambda: read_wikidata(files, workspace.settings.limits, chosen, kind), dry_run=dry_run)


@import_.command("csv")
@click.argument("file", type=_file)
@_into
@_kind
@_dry_run
@click.pass_obj
def csv_(settings: Path | None, file: Path, *, into: Path | None, kind: "Kind | None", dry_run: bool) -> None:
    """Take a table, an actor a row.

    Its first line names the columns: id, name, kind, aliases, aliases_de (and so on), role, organisation, from, to,
    wikidata, iso, not, part-of, biography. Only name is required.
    """
    from morgue.authority.importing import read_actors_csv

    workspace = workspace_of(settings)
    _import(workspace, into, lambda: read_actors_csv(file, workspace.settings.limits, kind), dry_run=dry_run)


def _import(workspace: "Workspace", into: Path | None, read: "Callable[[], Found]", *, dry_run: bool) -> None:
    """Write what a file holds, and tell what was written, what was left alone and what was left out."""
    from morgue.authority import AuthorityErrors
    from morgue.authority.importing import ImportFileError, actors_in, plan, write_actors

    if not (into or workspace.in_archive):
        raise click.UsageError("there is no archive here; name a folder with --into")
    folder = into or workspace.content / "actors"
    try:
        there = actors_in(folder)
        found = read()
        planned = plan(found, {**workspace.authority.actors, **there}, there.keys())
        paths = [folder / f"{key}.md" for key in planned.texts] if dry_run else write_actors(folder, planned.texts)
        for path in paths:
            shown = path.relative_to(workspace.root) if path.is_relative_to(workspace.root) else path
            click.echo(f"would write {shown}" if dry_run else shown)
    except (AuthorityErrors, ImportFileError) as error:
        raise Problem(str(error)) from error
    except OSError as error:
        raise Problem(f"{error.filename} cannot be written ({error.strerror})") from error
    for line in (*planned.kept, *planned.notes, *(f"left out: {each}" for each in planned.left_out)):
        click.echo(line, err=True)
    click.echo(
        f"{len(planned.texts)} {'to write' if dry_run else 'written'}, {len(planned.kept)} there already, "
        f"{len(planned.left_out)} left out, {found.passed_over} no actors",
        err=True,
    )
    sys.exit(1 if planned.left_out else 0)
