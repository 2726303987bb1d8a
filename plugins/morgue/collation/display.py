"""How much of a clipping's text the archive may show."""

from collections.abc import Mapping

from morgue.authority.entries import Outlet
from morgue.authority.outlets import outlet_of
from morgue.model import Clipping
from morgue.settings import Display, Settings


def display_of(clipping: Clipping, outlets: Mapping[str, Outlet], settings: Settings) -> Display:
    """Return the first that speaks: the sidecar, the outlet's rules, ``MORGUE_DISPLAY``."""
    outlet = outlet_of(clipping.url, clipping.source, outlets)
    return clipping.sidecar.display or (outlet.display if outlet else None) or settings.display
