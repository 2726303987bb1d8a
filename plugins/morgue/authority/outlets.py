"""Which outlet a page is from: what a page says of itself varies, its host does not."""

from collections.abc import Mapping

from morgue.address import host_of
from morgue.authority.entries import Outlet


def outlet_of(url: str | None, source: str | None, outlets: Mapping[str, Outlet]) -> Outlet | None:
    """Return the outlet that names the page's host or a host above it, else the one of the name that the page gives."""
    host = host_of(url)
    above = {host}
    while host:
        host = host.partition(".")[2]
        above.add(host)
    known = outlets.values()
    by_host = (o for o in known if not above.isdisjoint(o.hosts))
    by_name = (o for o in known if source and o.name.casefold() == source.casefold())
    return next(by_host, None) or next(by_name, None)


def day_of_page(captured: str | None, published: str | None) -> str | None:
    """Return the day by which a page's rules are chosen: an outlet makes up its pages when they are called for.

    So it is the day of the capture; where that is not known, the day of publication comes nearest.
    """
    return captured or published
