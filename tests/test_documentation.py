"""The documentation is true: what there is is documented, and what is documented is there."""

import re

import click
import pytest

from morgue.cli import main


def _commands(command, path):
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _commands(inner, [*path, name])
    else:
        yield " ".join(path), command


@pytest.mark.parametrize(("name", "command"), list(_commands(main, ["morgue"])))
def test_a_command_is_documented_and_helps(name, command, root):
    documented = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"`{name} " in documented or f"`{name}`" in documented
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_every_make_target_is_documented(root):
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    documented = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert targets
    assert {target for target in targets if f"make {target}" not in documented} == set()


def test_links_between_documents_lead_somewhere(root):
    for document in (*root.glob("*.md"), *root.glob("docs/*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
