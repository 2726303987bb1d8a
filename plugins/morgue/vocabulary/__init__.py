"""The words that the rules go by, in many languages: data beside the code, a file a rule."""

import re
from importlib.resources import files

import yaml

_CAPTURING = re.compile(r"(?<!\\)\((?!\?)")


def load(name: str) -> dict[str, list[str]]:
    """Return the groups of ``<name>.yml``, each a list of words or patterns."""
    written = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    groups: dict[str, list[str]] = yaml.load(written, yaml.CSafeLoader)  # as safe, and ten times as quick
    return groups


def any_of(patterns: list[str]) -> str:
    """Return one pattern that matches what any of the patterns does; their groups only group.

    To note what each group holds would take many times as long as to find that hardly any pattern fits.
    """
    return "(?:" + "|".join(f"(?:{_CAPTURING.sub('(?:', pattern)})" for pattern in patterns) + ")"
