"""The ``morgue`` command. Exit status: 0 good, 1 found problems, 2 wrong usage."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from morgue.model import Failure, Record
    from morgue.workspace import Workspace


class _Problem(click.ClickException):
    """Something that the user has to mend: its message alone, exit status 1."""

    exit_code = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pelican-morgue", prog_name="morgue")
@click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The archive's settings file; else the nearest pelican.conf.py upward, else built-in defaults.",
)
@click.pass_context
def main(context: click.Context, settings: Path | None) -> None:
    """File raw captured pages: see what Morgue makes of them, and how well."""
    context.obj = settings


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--pretty", is_flag=True, help="For people: the text, what was removed, who speaks.")
@click.option("--removed", is_flag=True, help="Only what was taken out, and why.")
@click.pass_obj
def inspect(settings: Path | None, paths: tuple[str, ...], *, pretty: bool, removed: bool) -> None:
    """Say what becomes of captures, one JSON line each.

    PATH is a capture, a folder of captures, or - for a page on standard input.
    """
    from morgue.inspection import json_line, pretty_page, removed_passages
    from morgue.model import Failure

    if pretty and removed:
        raise click.UsageError("--pretty and --removed exclude each other")
    workspace = _workspace(settings)
    shown = pretty_page if pretty else removed_passages if removed else json_line
    failed = False
    for outcome in _outcomes(paths, workspace):
        failed = failed or isinstance(outcome, Failure)
        click.echo(shown(outcome))
    sys.exit(1 if failed else 0)


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--rule", default="", metavar="NAME", help="Only what this rule took.")
@click.option(
    "--outlet", default="", metavar="NAME", help="Only captures of this outlet, named as the report names it."
)
@click.option(
    "--samples", default=3, show_default=True, type=click.IntRange(min=0), help="How many samples of each rule."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_obj
def report(  # noqa: PLR0913  one parameter an option
    settings: Path | None, paths: tuple[str, ...], *, rule: str, outlet: str, samples: int, as_json: bool
) -> None:
    """Count what was taken out, by rule and by outlet, with samples.

    A rule that goes wrong shows by the share it takes of a page or of an outlet's text: the largest come first. PATH is
    as for inspect; without one it is the archive's own captures.
    """
    from morgue.authority.near import did_you_mean
    from morgue.inspection import RULE_NAMES, UnknownOutletError, report_json, report_on, report_text

    if rule and rule not in RULE_NAMES:
        raise click.UsageError(f"there is no rule {rule}; there are {', '.join(RULE_NAMES)}")
    workspace = _workspace(settings)
    found = paths or tuple(map(str, workspace.capture_folders))
    if not found:
        raise click.UsageError("there is no archive here: name captures, or a folder of captures")
    try:
        made = report_on(_shown_progress(_outcomes(found, workspace)), workspace.authority.outlets, rule, outlet)
    except UnknownOutletError as error:
        raise click.UsageError(f"no capture is of the outlet {outlet}{did_you_mean(outlet, error.known)}") from error
    click.echo((report_json if as_json else report_text)(made, samples))
    sys.exit(1 if made.failures else 0)


def _shown_progress(outcomes: "Iterator[Record | Failure]") -> "Iterable[Record | Failure]":
    """Show on a terminal, beside what is printed, that there is work going on."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return track(outcomes, "Reading captures", console=console, transient=True, disable=not console.is_terminal)


def _workspace(settings: Path | None) -> "Workspace":
    from morgue.authority import AuthorityErrors
    from morgue.settings import SettingsError, read_settings
    from morgue.workspace import Workspace, find_workspace

    try:
        found = find_workspace(settings)
        return found or Workspace(Path.cwd(), Path.cwd() / "content", read_settings({}))
    except (SettingsError, AuthorityErrors) as error:
        raise _Problem(str(error)) from error


def _outcomes(paths: "Sequence[str]", workspace: "Workspace") -> "Iterator[Record | Failure]":
    """Yield the outcome of every capture of the paths, in the order given."""
    from morgue.authority import AuthorityErrors
    from morgue.pipeline import capture_files, executor_for, process

    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("- stands alone")
        yield from _standard_input(workspace)
        return
    try:
        files = capture_files(_found(paths), workspace)
    except AuthorityErrors as error:  # a sidecar outside the archive
        raise _Problem(str(error)) from error
    with executor_for(workspace, len(files)) as executor:
        for outcomes in process(files, workspace, executor):
            yield from outcomes


def _standard_input(workspace: "Workspace") -> "Iterator[Record | Failure]":
    from morgue.capture import CaptureError, capture_of
    from morgue.model import Failure
    from morgue.pipeline import Rooms

    try:
        capture = capture_of(sys.stdin.buffer.read(workspace.settings.max_bytes + 1), "-")
    except CaptureError as error:
        yield Failure("-", str(error))
        return
    yield Rooms(workspace.authority, workspace.settings).record(capture)


def _found(paths: "Iterable[str]") -> "Iterator[Path]":
    from morgue.capture import find_captures

    for name in paths:
        path = Path(name)
        if not path.exists():
            raise click.UsageError(f"there is no file or folder {name}")
        yield from find_captures([path]) if path.is_dir() else [path]


@main.group()
def evaluate() -> None:
    """Score the rooms on labelled pages (MORGUE_CORPORA)."""


_corpus = click.argument("corpus", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
_limit = click.option(
    "--limit", type=click.IntRange(min=1), help="Only about so many pages, spread evenly over the corpus."
)


@evaluate.command()
@_corpus
@_limit
@click.option("--baseline", type=click.Choice(["trafilatura"]), help="Score this too, on the same pages.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@click.pass_obj
def extraction(
    settings: Path | None, corpus: Path | None, limit: int | None, baseline: str | None, *, as_json: bool
) -> None:
    """Score the extracted and cleaned text, what is removed of it, title, byline, date and speed.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA, or of that of snippet-pages.
    """
    from morgue import evaluation

    def table(found: Path, executor: "Executor") -> str:
        if evaluation.has_snippets(found):
            snippets = evaluation.evaluate_snippets(found, limit, executor, baseline)
            return evaluation.as_json(snippets) if as_json else evaluation.snippet_table(snippets)
        report = evaluation.evaluate_extraction(found, limit, executor, baseline)
        return evaluation.as_json(report) if as_json else evaluation.extraction_table(report)

    _scored(settings, corpus, table)


@evaluate.command()
@_corpus
@_limit
@click.pass_obj
def cleaning(settings: Path | None, corpus: Path | None, limit: int | None) -> None:
    """Score how doubled pages read, what still stands twice, and which sentences are lost.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA. Each of its pages is doubled
    in eight shapes, which takes nine times as long as extraction.
    """
    from morgue.evaluation import cleaning_table, evaluate_cleaning

    _scored(settings, corpus, lambda found, executor: cleaning_table(evaluate_cleaning(found, limit, executor)))


@main.group()
def train() -> None:
    """Grow the models of the rooms anew on labelled pages."""


@train.command("extraction")
@_corpus
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to; else in place of its own model."
)
@click.pass_obj
def train_extraction(settings: Path | None, corpus: Path | None, out: Path | None) -> None:
    """Grow the trees that correct which passages of a page are its article.

    CORPUS is a folder of the form of wcxb-articles, by default the one in MORGUE_CORPORA. Needs LightGBM.
    """
    from morgue.evaluation import TrainingError, train_extraction
    from morgue.extraction.correction import MODEL

    def write(found: Path, executor: "Executor") -> str:
        text = train_extraction(found, executor)
        (out or MODEL).write_text(text, encoding="utf-8")
        return f"{out or MODEL}: {len(text):,} characters"

    try:
        _scored(settings, corpus, write)
    except TrainingError as error:
        raise _Problem(str(error)) from error


def _scored(settings: Path | None, corpus: Path | None, table: "Callable[[Path, Executor], str]") -> None:
    """Print the table of a corpus's scores."""
    from morgue.evaluation import CorpusError, find_corpus
    from morgue.pipeline import processes

    workspace = _workspace(settings)
    try:
        found = corpus or find_corpus("wcxb-articles", workspace.root)
        if not found:
            click.echo("skipped: there is no labelled data; name its folder in MORGUE_CORPORA")
            return
        with processes(workspace.settings.workers) as executor:
            click.echo(table(found, executor))
    except CorpusError as error:
        raise _Problem(str(error)) from error
