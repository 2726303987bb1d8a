"""What the authority files hold, once they are checked: frozen, made of plain types, the same in every process."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from morgue.authority.sidecar import Sidecar

Kind = Literal["person", "organisation", "country", "bloc"]
Language = Annotated[str, Field(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]+)*|any)$")]
"""A BCP 47 tag, or ``any`` for what is written alike everywhere."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Role(_Entry):
    """An office that an actor holds or held, with dates of reduced precision."""

    title: str
    organisation: str | None = None
    since: str | None = Field(None, alias="from")
    until: str | None = Field(None, alias="to")


class Actor(_Entry):
    """An actor of the authority file: ``content/actors/<id>.md``; ``biography`` is the file's Markdown body."""

    id: str
    name: str
    kind: Kind
    aliases: dict[Language, tuple[str, ...]] = {}
    """Other names by language; ``any`` for all."""
    roles: tuple[Role, ...] = ()
    wikidata: Annotated[str, Field(pattern=r"^Q\d+$")] | None = None
    iso: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    exclude: tuple[str, ...] = Field((), alias="not")
    """Phrases in which a name is not this actor ("Washington Post")."""
    part_of: str | None = Field(None, alias="part-of")
    biography: str = ""


class Topic(_Entry):
    """A topic: ``content/topics/<id>.md``; ``introduction`` is the file's Markdown body."""

    id: str
    label: str
    labels: dict[Language, str] = {}
    terms: dict[Language, tuple[str, ...]] = {}
    exclude: dict[Language, tuple[str, ...]] = Field({}, alias="not")
    broader: tuple[str, ...] = ()
    iptc: str | None = None
    introduction: str = ""


class Outlet(_Entry):
    """An outlet's own rules: ``content/rules/<id>.yml``. ``remove`` are blocks to take out, by how they begin."""

    id: str
    name: str
    hosts: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    display: Literal["full", "excerpt", "record"] | None = None
    rights: str | None = None
    licence: str | None = None


class Decisions(_Entry):
    """``content/decisions.yml``: an archivist's last word. Clippings are named by URL, actors by id."""

    merge: dict[str, tuple[str, ...]] = {}
    """The id that stays: the ids that go into it."""
    rename: dict[str, str] = {}
    """The id of a machine-found actor: the name it shall have."""
    reject: tuple[str, ...] = ()
    """Ids of machine-found actors that are none."""
    same: tuple[tuple[str, ...], ...] = ()
    """URLs of clippings that tell one story."""
    different: tuple[tuple[str, ...], ...] = ()
    """URLs of clippings that do not, whatever their words say."""


class Authority(_Entry):
    """All that archivists wrote, by id; sidecars by the resolved path of their capture."""

    actors: dict[str, Actor] = {}
    topics: dict[str, Topic] = {}
    outlets: dict[str, Outlet] = {}
    decisions: Decisions = Decisions()
    sidecars: dict[Path, Sidecar] = {}
