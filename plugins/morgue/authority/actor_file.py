"""An actor's entry as the text of its file, for an archivist to go on with."""

from typing import Any

import yaml

from morgue.authority.alias import Alias
from morgue.authority.entries import Actor, Role


def actor_text(actor: Actor) -> str:
    """Return the file of an actor: what ``load_authority`` reads back as the same entry under the same id."""
    said: dict[str, Any] = {
        "name": actor.name,
        "kind": actor.kind,
        "aliases": {language: [_alias(alias) for alias in aliases] for language, aliases in actor.aliases.items()},
        "roles": [_role(role) for role in actor.roles],
        "wikidata": actor.wikidata,
        "iso": actor.iso,
        "not": list(actor.exclude),
        "part-of": actor.part_of,
    }
    written = _Fields({field: value for field, value in said.items() if value})
    front = yaml.dump(written, Dumper=_Plain, allow_unicode=True, sort_keys=False, default_flow_style=None, width=100)
    body = f"\n{actor.biography}\n" if actor.biography else ""
    return f"---\n{front}---\n{body}"


def _alias(alias: Alias) -> str | dict[str, Any]:
    if not alias.conditional:
        return alias.name
    said = {"name": alias.name, "beside": list(alias.beside), "ambiguous": alias.ambiguous}
    return {field: value for field, value in said.items() if value}


def _role(role: Role) -> dict[str, str]:
    said = {"title": role.title, "organisation": role.organisation, "from": role.since, "to": role.until}
    return {field: value for field, value in said.items() if value}


class _Fields(dict[str, Any]):
    """The front matter itself: a line a field, where shorter lists and mappings may stand on one."""


class _Plain(yaml.CSafeDumper):
    """Writes what archivists may write: no anchors, and years and dates as they are, since every value is text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  yaml's signature
        return True


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("bool", "null", "merge")]
    for first, resolvers in yaml.CSafeDumper.yaml_implicit_resolvers.items()
}
_Plain.add_representer(
    _Fields, lambda dumper, fields: dumper.represent_mapping("tag:yaml.org,2002:map", fields.items(), flow_style=False)
)
