"""``morgue add``."""

import hashlib
import os
import sys
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from morgue.cli.shared import Problem, workspace_of

if TYPE_CHECKING:
    from morgue.acquisition import Acquirer
    from morgue.cli.telling import Telling
    from morgue.model import Failure
    from morgue.workspace import Workspace


@click.command()
@click.argument("whats", nargs=-1, metavar="[URL|FILE|-]…")
@click.option("--from", "source", metavar="WHERE", help="A list of addresses, a feed or a sitemap: its URL, FILE or -.")
@click.option(
    "--limit",
    default=1000,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="How many addresses of --from are captured at most.",
)
@click.option("--new", "only_new", is_flag=True, help="Pass over addresses that were captured before.")
@click.option("--url", metavar="URL", help="The address of the page on standard input.")
@click.option("--private", is_flag=True, help="Capture from this machine and from private networks too.")
@click.pass_obj
def add(  # noqa: PLR0913  one parameter an option
    settings: Path | None,
    whats: tuple[str, ...],
    *,
    source: str | None,
    limit: int,
    only_new: bool,
    url: str | None,
    private: bool,
) -> None:
    """Capture pages into the archive.

    URL is captured as it is now; the same one again makes a version. FILE is a capture that some other program made,
    - a page on standard input.
    """
    from morgue.acquisition import Acquirer, AcquisitionError, Journal, StorageError, is_url, run
    from morgue.cli.telling import Telling

    _check_usage(whats, source, url)
    workspace = workspace_of(settings)
    if not workspace.in_archive:
        raise Problem("there is no archive here to add to; go to the folder of its pelican.conf.py")
    acquirer = Acquirer(workspace, private=private)
    telling = Telling(workspace.root)
    journal: Journal | None = None
    try:
        if whats == ("-",):
            telling.added(acquirer.add_page(_standard_input(workspace), url))
        elif source:
            payload = None if is_url(source) else _list_at(source, workspace)
            journal = Journal(workspace.root, _key(source, payload))
            found = _listed(acquirer, source, payload, limit, telling)
            telling.each(found, partial(run, acquirer, journal=journal, only_new=only_new))
            journal.close()
            if telling.failures and not only_new:
                telling.note("What failed is tried again by the same command with --new.")
        else:
            named = [what if is_url(what) else Path(what) for what in dict.fromkeys(whats)]
            telling.each(named, partial(run, acquirer, only_new=only_new))
    except AcquisitionError as error:  # of a page or a list that stands alone
        telling.failed(source or "-", str(error))
    except StorageError as error:
        raise Problem(str(error)) from error
    except KeyboardInterrupt:
        telling.stopped("The same command goes on with the rest." if journal else "")
        sys.exit(1)
    sys.exit(telling.finished())


def _check_usage(whats: tuple[str, ...], source: str | None, url: str | None) -> None:
    from morgue.acquisition import is_url

    if bool(whats) == bool(source):
        raise click.UsageError("name addresses or files, or a list of addresses with --from")
    if "-" in whats and len(whats) > 1:
        raise click.UsageError("- stands alone")
    if url and whats != ("-",):
        raise click.UsageError("--url goes with -, a page on standard input")
    for what in (*whats, *([source] if source else ())):
        if what == "-" or is_url(what):
            continue
        # os.path says no of a name that is too long, where Path raises
        if os.path.isdir(what):  # noqa: PTH112
            raise click.UsageError(f"{what} is a folder; name its files, or name the folder in MORGUE_CAPTURES")
        if not os.path.exists(what):  # noqa: PTH110
            raise click.UsageError(f"there is no file {what}; an address begins with https:// (https://{what}?)")


def _listed(
    acquirer: "Acquirer", source: str, payload: bytes | None, limit: int, telling: "Telling"
) -> "list[str | Failure]":
    """Return the addresses of a list, as many as wanted, and say where there are more."""
    with telling.busy("Reading the list"):
        found = list(islice(acquirer.listed(source, payload), limit + 1))
    if len(found) > limit:
        telling.note(f"{source} names more than {limit} addresses: the first {limit} are captured; --limit takes more")
    return found[:limit]


def _list_at(source: str, workspace: "Workspace") -> bytes:
    """Return a list's bytes from a file or from standard input."""
    if source == "-":
        return _standard_input(workspace)
    try:
        with Path(source).open("rb") as file:
            return _bounded(file, workspace)
    except OSError as error:
        raise Problem(f"{source} cannot be read ({error.strerror}); check that it may be read") from error


def _standard_input(workspace: "Workspace") -> bytes:
    return _bounded(sys.stdin.buffer, workspace)


def _bounded(file: BinaryIO, workspace: "Workspace") -> bytes:
    most = workspace.settings.max_bytes
    payload = file.read(most + 1)
    if len(payload) > most:
        raise Problem(f"it is larger than {most} bytes; raise MORGUE_MAX_BYTES to take it in")
    return payload


def _key(source: str, payload: bytes | None) -> str:
    """Return what tells one list from another between two runs: where it is, or on standard input what it says."""
    if payload is None:
        return source
    return hashlib.sha256(payload).hexdigest() if source == "-" else str(Path(source).resolve())
