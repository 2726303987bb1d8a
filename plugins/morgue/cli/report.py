"""``morgue report``."""

import sys
from pathlib import Path

import click

from morgue.cli.shared import no_cache, outcomes, workspace_of


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--rule", default="", metavar="NAME", help="Only what this rule took.")
@click.option(
    "--outlet", default="", metavar="NAME", help="Only captures of this outlet, named as the report names it."
)
@click.option(
    "--samples", default=3, show_default=True, type=click.IntRange(min=0), help="How many samples of each rule."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
@no_cache
@click.pass_obj
def report(  # noqa: PLR0913  one parameter an option
    settings: Path | None,
    paths: tuple[str, ...],
    *,
    rule: str,
    outlet: str,
    samples: int,
    as_json: bool,
    no_cache: bool,
) -> None:
    """Count what was taken out, by rule and by outlet, with samples.

    A rule that goes wrong shows by the share it takes of a page or of an outlet's text: the largest come first. PATH is
    as for inspect; without one it is the archive's own captures.
    """
    from rich.console import Console

    from morgue.authority.near import did_you_mean
    from morgue.inspection import RULE_NAMES, UnknownOutletError, report_json, report_on, report_text
    from morgue.progress import shown

    if rule and rule not in RULE_NAMES:
        raise click.UsageError(f"there is no rule {rule}; there are {', '.join(RULE_NAMES)}")
    workspace = workspace_of(settings)
    found = paths or tuple(map(str, workspace.capture_folders))
    if not found:
        raise click.UsageError("there is no archive here: name captures, or a folder of captures")
    try:
        with outcomes(found, workspace, no_cache=no_cache) as read:
            made = report_on(shown(read, None, Console(stderr=True)), workspace.authority.outlets, rule, outlet)
    except UnknownOutletError as error:
        raise click.UsageError(f"no capture is of the outlet {outlet}{did_you_mean(outlet, error.known)}") from error
    click.echo((report_json if as_json else report_text)(made, samples))
    sys.exit(1 if made.failures else 0)
