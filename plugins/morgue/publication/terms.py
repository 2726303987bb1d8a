"""On what terms a text is shown: the sidecar's word, then the outlet's, then the archive's."""

from collections.abc import Mapping
from dataclasses import dataclass

from morgue.authority.entries import Outlet
from morgue.authority.outlets import outlet_of
from morgue.collation import display_of
from morgue.model import Clipping
from morgue.publication.plain import line
from morgue.settings import Display, Settings


@dataclass(frozen=True, slots=True)
class Terms:
    """How much of a text may be shown, whose it is, and under which licence."""

    display: Display
    rights: str
    licence: str


def terms_of(clipping: Clipping, outlets: Mapping[str, Outlet], settings: Settings) -> Terms:
    """Return the terms on which a clipping is shown."""
    outlet = outlet_of(clipping.url, clipping.source, outlets)
    said = clipping.sidecar
    return Terms(
        display_of(clipping, outlets, settings),
        line(said.rights or (outlet and outlet.rights) or ""),
        line(said.licence or (outlet and outlet.licence) or ""),
    )
