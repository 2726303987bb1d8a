"""An archivist's last word: ``content/decisions.yml``. Clippings are named by URL, actors by id."""

from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PrivateAttr, StringConstraints

from morgue.authority.fields import Address, Text, Texts, listed
from morgue.authority.yaml_source import Keys, Source

REST = "rest"
"""In place of addresses: all clippings that no other part has."""


def _at_least_two(addresses: tuple[str, ...]) -> tuple[str, ...]:
    if len(addresses) < 2:
        raise ValueError("needs at least two addresses")
    return addresses


def _some(clippings: tuple[str, ...]) -> tuple[str, ...]:
    if not clippings or (REST in clippings and len(clippings) > 1):
        raise ValueError(f"needs the addresses of clippings, or {REST} alone")
    return clippings


_Named = Annotated[str, StringConstraints(strip_whitespace=True, pattern=rf"^({REST}$|https?://[^\s/]+)")]

Together = Annotated[tuple[Address, ...], AfterValidator(_at_least_two)]
Part = Annotated[tuple[_Named, ...], BeforeValidator(listed), AfterValidator(_some)]
"""Addresses of clippings, or ``rest``."""


class Decisions(BaseModel):
    """What was decided, and where each line of it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    merge: dict[str, Texts] = {}
    """The id that stays: the ids that go into it."""
    split: dict[str, dict[str, Part]] = {}
    """The id of a machine-found actor that is several: the id of each, and the clippings that mean it."""
    rename: dict[str, Text] = {}
    """The id of a machine-found actor: the name it shall have."""
    reject: Texts = ()
    """Ids of machine-found actors that are none."""
    same: tuple[Together, ...] = ()
    """URLs of clippings that tell one story."""
    different: tuple[Together, ...] = ()
    """URLs of clippings that do not, whatever their words say."""
    _file: str = PrivateAttr("decisions.yml")
    _source: Source = PrivateAttr(Source(None, {}))

    def placed(self, file: str, source: Source) -> Self:
        """Return the decisions as ones that are written in a file."""
        copied = self.model_copy()
        copied._file, copied._source = file, source  # noqa: SLF001  its own
        return copied

    def place(self, *keys: str | int) -> str:
        """Return where one of them is written: file and line."""
        path: Keys = keys
        return f"{self._file}:{self._source.line_of(path)}"
