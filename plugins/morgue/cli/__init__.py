"""The ``morgue`` command. Exit status: 0 good, 1 found problems, 2 wrong usage.

A command is a module, which loads what it needs when it runs, so that ``--help`` is quick.
"""

from pathlib import Path

import click

from morgue.cli.add import add
from morgue.cli.cache import cache
from morgue.cli.evaluate import evaluate
from morgue.cli.importing import import_
from morgue.cli.inspect import inspect
from morgue.cli.report import report
from morgue.cli.suggest import suggest
from morgue.cli.train import train


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


for _command in (add, import_, suggest, inspect, report, evaluate, train, cache):
    main.add_command(_command)
