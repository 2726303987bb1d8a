"""The words that the rules go by, in many languages: data beside the code, a file a rule."""

from importlib.resources import files

import yaml


def load(name: str) -> dict[str, list[str]]:
    """Return the groups of ``<name>.yml``, each a list of words or patterns."""
    groups: dict[str, list[str]] = yaml.safe_load(
        files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    )
    return groups


def any_of(patterns: list[str]) -> str:
    """Return one pattern that matches what any of the patterns does."""
    return "(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")"
