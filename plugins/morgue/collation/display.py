"""How much of a clipping's text the archive may show."""

from urllib.parse import urlsplit

from morgue.authority.entries import Authority, Outlet
from morgue.model import Clipping
from morgue.settings import Display, Settings


def display_of(clipping: Clipping, authority: Authority, settings: Settings) -> Display:
    """Return the first that speaks: the sidecar, the outlet's rules, ``MORGUE_DISPLAY``."""
    outlet = _outlet(clipping, authority)
    return clipping.sidecar.display or (outlet.display if outlet else None) or settings.display


def _outlet(clipping: Clipping, authority: Authority) -> Outlet | None:
    """Return the outlet on whose host, or a host above it, a clipping was published."""
    host = (urlsplit(clipping.url or "").hostname or "").removeprefix("www.")
    for outlet in authority.outlets.values():
        if any(host == own or host.endswith(f".{own}") for own in outlet.hosts):
            return outlet
    return None
