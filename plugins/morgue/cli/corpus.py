"""What the commands share that read labelled pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from morgue.cli.shared import Problem, workspace_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

corpus_argument = click.argument(
    "corpus", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)


texts_argument = click.argument("corpus", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))

_NONE = "skipped: there is no labelled data; name its folder in MORGUE_CORPORA"


def scored_texts(settings: Path | None, corpus: Path | None, name: str, table: "Callable[[Path], str]") -> None:
    """Print the table of the scores of labelled texts; ``name`` is the default's, in MORGUE_CORPORA."""
    from morgue.evaluation import CorpusError, find_corpus

    try:
        found = corpus or find_corpus(name, workspace_of(settings).root)
        click.echo(table(found) if found else _NONE)
    except CorpusError as error:
        raise Problem(str(error)) from error


def scored(
    settings: Path | None,
    corpus: Path | None,
    table: "Callable[[Path, Executor], str]",
    *,
    cached: bool = False,
) -> None:
    """Print the table of the scores of a corpus of pages; ``cached`` ones are looked up in the archive's cache."""
    from concurrent.futures import BrokenExecutor

    from morgue.cache import FOLDER
    from morgue.evaluation import CorpusError, find_corpus, furnish
    from morgue.pipeline import Workers

    workspace = workspace_of(settings)
    limit = workspace.settings.cache_bytes if cached and workspace.in_archive else 0
    try:
        found = corpus or find_corpus("wcxb-articles", workspace.root)
        if not found:
            click.echo(_NONE)
            return
        with Workers(workspace.settings.workers, furnish, workspace.root / FOLDER, limit) as executor:
            click.echo(table(found, executor))
    except CorpusError as error:
        raise Problem(str(error)) from error
    except BrokenExecutor as error:
        raise Problem("a process that read pages died; is there memory enough? MORGUE_WORKERS=1 needs less") from error
