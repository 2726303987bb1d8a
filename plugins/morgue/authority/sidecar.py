"""A sidecar: what an archivist says of one capture, in ``<file>.meta.yml`` beside it."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from morgue.authority.dates import ReducedDate
from morgue.authority.fields import Address, Display, Tag, Text, Texts

SIDECAR_SUFFIX = ".meta.yml"
"""What a sidecar's name adds to its capture's."""

CAPTURES_CSV = "captures.csv"
"""The file that says of many captures of a folder what a sidecar says of one."""

LISTS = frozenset({"byline", "topics", "actors", "keep"})
"""Fields that hold several values."""


def describes_captures(name: str) -> bool:
    """Say whether a file of that name describes captures, and so is none."""
    return name == CAPTURES_CSV or name.endswith(SIDECAR_SUFFIX)


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
    withheld: bool = False
    reason: Annotated[Text | None, Field(validate_default=True)] = None
    """Why it is withheld; with ``date`` shown in its place."""
    date: Annotated[ReducedDate | None, Field(validate_default=True)] = None
    """Since when."""

    @field_validator("reason", "date")
    @classmethod
    def _stand_with_withheld(cls, value: str | None, about: ValidationInfo) -> str | None:
        withheld = about.data.get("withheld")
        if withheld and value is None:
            raise ValueError("is missing; what is withheld needs a reason and a date")
        if withheld is False and value is not None:
            raise ValueError("is said of what is withheld alone; write withheld: true too, or take it out")
        return value

    def over(self, farther: "Sidecar") -> "Sidecar":
        """Return what both say; where both give a field this one wins."""
        said = {name: getattr(self, name) for name in self.model_fields_set}
        if "withheld" in said:
            said = {"reason": None, "date": None} | said
        return farther.model_copy(update=said)


UNSAID = Sidecar()
"""What is said where there is no sidecar."""
