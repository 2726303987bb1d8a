"""A sidecar: what an archivist says of one capture, in ``<file>.meta.yml`` beside it."""

from pydantic import BaseModel, ConfigDict

from morgue.authority.dates import ReducedDate
from morgue.authority.fields import Address, Display, Tag, Text, Texts

SIDECAR_SUFFIX = ".meta.yml"
"""What a sidecar's name adds to its capture's."""


class Sidecar(BaseModel):
    """The fields of a sidecar; what it leaves out is left to the machine."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: Address | None = None
    captured: ReducedDate | None = None
    published: ReducedDate | None = None
    updated: ReducedDate | None = None
    title: Text | None = None
    byline: Texts | None = None
    """Empty: the page has none, whatever the machine reads."""
    source: Text | None = None
    language: Tag | None = None
    topics: Texts | None = None
    """Ids; the machine's finds come on top."""
    actors: Texts | None = None
    """Likewise."""
    keep: Texts = ()
    """Removals to put back, by how they begin or by their rule."""
    publish: bool | None = None
    display: Display | None = None
    rights: Text | None = None
    licence: Text | None = None
    note: Text | None = None

    def over(self, farther: "Sidecar") -> "Sidecar":
        """Return what both say; where both give a field this one wins."""
        said = {name: getattr(self, name) for name in self.model_fields_set if getattr(self, name) is not None}
        return farther.model_copy(update=said)
