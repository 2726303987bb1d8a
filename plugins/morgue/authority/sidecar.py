"""A sidecar: what an archivist says of one capture, in ``<file>.meta.yml`` beside it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Sidecar(BaseModel):
    """The fields of a sidecar; what it leaves out is left to the machine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str | None = None
    captured: str | None = None
    published: str | None = None
    updated: str | None = None
    title: str | None = None
    byline: tuple[str, ...] | None = None
    source: str | None = None
    language: str | None = None
    topics: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    keep: tuple[str, ...] = ()
    publish: bool | None = None
    display: Literal["full", "excerpt", "record"] | None = None
    rights: str | None = None
    licence: str | None = None
    note: str | None = None
