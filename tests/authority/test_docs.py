import re
from pathlib import Path

import pytest

from morgue.authority.alias import Alias
from morgue.authority.decisions import Decisions
from morgue.authority.entries import Actor, Outlet, Role, Topic
from morgue.authority.front_matter import read_front_matter
from morgue.authority.rules import Rule
from morgue.authority.sidecar import Sidecar
from morgue.authority.validation import fields_of, validate
from morgue.authority.yaml_source import read_yaml
from morgue.inspection import removed_passages
from morgue.pipeline import capture_files, process

DOCS = (Path(__file__).parents[2] / "docs/authority.md").read_text(encoding="utf-8")
ELSEWHERE = {"id", "biography", "introduction"}
"""Fields that come from a file's name and body."""


def section(title):
    return re.split(r"^## ", DOCS, flags=re.MULTILINE)[
        1 + ["Actors", "Topics", "Rules", "Decisions", "Sidecars"].index(title)
    ]


@pytest.mark.parametrize(
    ("title", "schemas"),
    [
        ("Actors", [Actor, Role, Alias]),
        ("Topics", [Topic]),
        ("Rules", [Outlet, Rule]),
        ("Decisions", [Decisions]),
        ("Sidecars", [Sidecar]),
    ],
)
def test_every_field_is_documented_and_none_that_is_not(title, schemas):
    """The tables of a section are its schemas' fields, in their order."""
    fields = [name for schema in schemas for name in fields_of(schema) if name not in ELSEWHERE]
    assert re.findall(r"^\| `([a-z-]+)` \|", section(title), flags=re.MULTILINE) == fields


@pytest.mark.parametrize(
    ("title", "schema", "body"),
    [
        ("Actors", Actor, "biography"),
        ("Topics", Topic, "introduction"),
        ("Rules", Outlet, ""),
        ("Decisions", Decisions, ""),
        ("Sidecars", Sidecar, ""),
    ],
)
def test_every_example_is_read(title, schema, body):
    """What the documentation shows may be copied: the example of each section is valid."""
    example = re.search(r"^```\w+\n(.*?)^```", section(title), flags=re.MULTILINE | re.DOTALL)[1]
    given = {"id": "example"} if "id" in schema.model_fields else {}
    if body:
        source, given[body] = read_front_matter(example)
    else:
        source = read_yaml(example)
    assert validate(schema, source, given)


def test_the_worked_example_is_a_file_of_the_sample(root):
    """What the guide to rules shows is what the sample archive has, and what it does there."""
    guide = (root / "docs/rules.md").read_text(encoding="utf-8")
    example, dated = re.findall(r"^```yaml\n(.*?)^```", guide, flags=re.MULTILINE | re.DOTALL)
    assert example == (root / "content/rules/tidewater-monitor.yml").read_text(encoding="utf-8")
    assert validate(Outlet, read_yaml(f"name: A\n{dated}"), {"id": "a"})


def test_the_worked_example_does_what_the_guide_says(root, workspace):
    """Each removal that the guide shows is one of the sample's, with its rule, its place and its words."""
    guide = (root / "docs/rules.md").read_text(encoding="utf-8")
    path = root / "content/captures/talks/tidewater-monitor-article-five-like.html"
    [record] = process(capture_files([path], workspace), workspace, None)
    said = {line.strip() for line in guide.splitlines() if line.startswith("      outlet: ")}
    assert said <= set(map(str.strip, removed_passages(record).splitlines()))
    assert "The treaty was signed in Washington" in record.text
