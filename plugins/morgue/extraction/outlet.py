"""The outlet's name as the archive has it."""

from collections.abc import Mapping

from msgspec.structs import replace

from morgue.authority.entries import Outlet
from morgue.authority.outlets import outlet_of
from morgue.model import Clipping


def with_outlet(clipping: Clipping, outlets: Mapping[str, Outlet]) -> Clipping:
    """Return the clipping with its outlet's name as the outlet's file writes it, unless its sidecar names a source."""
    if clipping.sidecar.source:
        return clipping
    outlet = outlet_of(clipping.url, clipping.source, outlets)
    return replace(clipping, source=outlet.name) if outlet else clipping
