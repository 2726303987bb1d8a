"""On what terms a text is shown: the sidecar's word, then the outlet's, then the archive's."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from morgue.authority.entries import Outlet
from morgue.model import Clipping
from morgue.publication.plain import line
from morgue.settings import Display, Settings


@dataclass(frozen=True, slots=True)
class Terms:
    """How much of a text may be shown, whose it is, and under which licence."""

    display: Display
    rights: str
    licence: str


def terms_of(clipping: Clipping, outlets: Iterable[Outlet], settings: Settings) -> Terms:
    """Return the terms on which a clipping is shown."""
    outlet = _outlet_of(clipping, outlets)
    said = clipping.sidecar
    return Terms(
        said.display or (outlet and outlet.display) or settings.display,
        line(said.rights or (outlet and outlet.rights) or ""),
        line(said.licence or (outlet and outlet.licence) or ""),
    )


def _outlet_of(clipping: Clipping, outlets: Iterable[Outlet]) -> Outlet | None:
    """Return the outlet that a clipping's host belongs to, or else the one that its source names."""
    try:
        host = (urlsplit(clipping.url or "").hostname or "").lower()
    except ValueError:
        host = ""
    known = tuple(outlets)
    by_host = (o for o in known for name in o.hosts if host == name.lower() or host.endswith(f".{name.lower()}"))
    by_name = (o for o in known if clipping.source and o.name.casefold() == clipping.source.casefold())
    return next(by_host, None) or next(by_name, None)
