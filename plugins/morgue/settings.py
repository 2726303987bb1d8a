"""Every MORGUE_* setting: its default, its type, its check and one line that documents it."""

import difflib
import os
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from morgue.limits import STANDARD, Limits

Display = Literal["full", "excerpt", "record"]
Images = Literal["archived", "none"]

NOT_SETTINGS = frozenset({"MORGUE_CORPORA"})
"""Names of the same shape that other parts read from the environment."""


class SettingsError(Exception):
    """A setting that cannot stand; the message names it."""


def _listed(value: Any) -> Any:
    """Read a list as the environment gives it: parted by colons, as PATH is; empty is none."""
    return [part for part in value.split(os.pathsep) if part] if isinstance(value, str) else value


def _written(value: Any) -> Any:
    """Read a number as one would write it."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


class Settings(BaseModel):
    """The archive's settings. Field ``actor_min_clippings`` is ``MORGUE_ACTOR_MIN_CLIPPINGS``, and so on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    captures: Annotated[tuple[str, ...], BeforeValidator(_listed)] = Field(
        (), description="More folders of captures, beside content/captures; relative to the settings file."
    )
    display: Display = Field("full", description="How much of a text is shown: full, excerpt or record (no text).")
    images: Images = Field(
        "archived", description="Pictures of articles: archived (where the capture holds them), or none (links alone)."
    )
    noindex: bool = Field(default=False, description="Ask search engines to leave the whole site out.")
    notice: str = Field("", description="A sentence shown on every page, such as that the archive is a sample.")
    actor_min_clippings: int = Field(
        3, ge=1, description="In how many clippings a name without an authority file must stand to get a page."
    )
    max_bytes: int = Field(
        STANDARD.bytes, ge=1, description="A capture larger than this (unpacked) is listed as a failure."
    )
    max_nodes: int = Field(
        STANDARD.nodes,
        ge=1,
        description="A page of more elements is a failure; the largest real article page looked at has 5,000.",
    )
    max_depth: int = Field(
        STANDARD.depth,
        ge=1,
        le=250,  # libxml2 itself gives up near 256
        description="A page with elements nested deeper is a failure; the deepest real article page looked at has 56.",
    )
    max_seconds: float = Field(STANDARD.seconds, gt=0, description="A page that takes longer to read is a failure.")
    max_members: int = Field(
        STANDARD.members, ge=1, description="How many records of a WARC, or files of an archive file, are read."
    )
    max_ratio: int = Field(
        STANDARD.ratio, ge=1, description="A file that unpacks to more than so many times its size is read no further."
    )
    max_failures: Annotated[str, BeforeValidator(_written)] = Field(
        "",
        description="How many captures may fail before the build does: a number, or a share such as 0.05; empty: any.",
    )
    workers: int = Field(0, ge=0, description="How many processes read captures; 0: one a core.")
    ner: str = Field(
        "",
        description="A model of yours that finds names in place of the built-in one: spacy:NAME or gliner:NAME.",
    )
    cache_bytes: int = Field(
        2_000_000_000, ge=0, description="How large the cache of results (.morgue-cache) may grow; 0: none is kept."
    )

    contact: str = Field(
        "", description="An address or a page that morgue add names to the sites it asks, so that they can reach you."
    )
    add_delay: float = Field(
        2.0, ge=0, allow_inf_nan=False, description="Seconds between two pages that morgue add asks one host for."
    )
    add_seconds: float = Field(
        60.0, gt=0, allow_inf_nan=False, description="A page that takes morgue add longer is a failure."
    )

    @field_validator("contact")
    @classmethod
    def _fit_for_a_header(cls, value: str) -> str:
        if not re.fullmatch(r"[!-'*-~]*", value):
            raise ValueError("give a mail address or the address of a page, without spaces or parentheses")
        return value

    @field_validator("ner")
    @classmethod
    def _a_model(cls, value: str) -> str:
        if value and not re.fullmatch(r"(spacy|gliner):\S.*", value):
            raise ValueError("give spacy:NAME or gliner:NAME")
        return value

    @field_validator("max_failures")
    @classmethod
    def _number_or_share(cls, value: str) -> str:
        if value and not re.fullmatch(r"\d+|0?\.\d+", value):
            raise ValueError("give a number (12) or a share (0.05)")
        return value

    @property
    def limits(self) -> Limits:
        """Return how much of a stranger's file is read."""
        return Limits(
            self.max_bytes, self.max_nodes, self.max_depth, self.max_seconds, self.max_members, self.max_ratio
        )

    def too_many_failures(self, failed: int, total: int) -> bool:
        """Say whether so many failures of so many captures are more than ``MORGUE_MAX_FAILURES`` allows."""
        if not self.max_failures:
            return False
        allowed = float(self.max_failures)
        return failed > (allowed * total if "." in self.max_failures else allowed)


def setting_name(field: str) -> str:
    """Return the name that a field has in pelican.conf.py and in the environment."""
    return f"MORGUE_{field.upper()}"


def read_settings(configured: Mapping[str, Any], environment: Mapping[str, str] = os.environ) -> Settings:
    """Check every MORGUE_* name in Pelican's settings and the environment, which wins.

    Raise SettingsError at the first bad one. An empty value in the environment stands for the default.
    """
    known = {setting_name(field): field for field in Settings.model_fields}
    values: dict[str, Any] = {}
    for origin, names in (("pelican.conf.py", configured), ("the environment", environment)):
        for name in sorted(key for key in names if key.startswith("MORGUE_") and key not in NOT_SETTINGS):
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                raise SettingsError(
                    f"{name} ({origin}): no such setting" + (f"; did you mean {near[0]}?" if near else "")
                )
            if names is environment and names[name] == "":
                values.pop(known[name], None)
            else:
                values[known[name]] = names[name]
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = str(first["loc"][0])
        wanted = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{setting_name(field)}: {wanted}; it is {first['input']!r}") from None
