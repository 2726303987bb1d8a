"""Where a page was published."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from morgue.address import host_of
from morgue.extraction.metadata.head import Head
from morgue.model import Capture

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?|[0-9a-f:.]*:[0-9a-f:.]*")
"""A name, of any script, or an address of IPv6."""

_LONGEST_HOST = 253
_LONGEST = 8000
"""Characters of an address: what RFC 9110 asks every server to take."""


def address_of_page(head: Head, capture: Capture) -> str | None:
    """Return where a page was published: as the capture says, or as the page itself does."""
    for url in (capture.sidecar.url, capture.url):
        if is_web_address(url):
            return url
    # a template that names the front page everywhere names no page
    return next((url for url in _own(head) if urlsplit(url).path.strip("/") or urlsplit(url).query), None)


def host_named(head: Head) -> str:
    """Return the host that a page names as its own, be it by its front page, or nothing."""
    return next(map(host_of, _own(head)), "")


def _own(head: Head) -> Iterator[str]:
    return (url for url in (*head.canonical, *head.metas.get("og:url", ())) if is_web_address(url))


def is_web_address(url: str | None) -> bool:
    """Say whether an address is one of the web, with a host; one with a name and password before it is not."""
    try:
        parts = urlsplit(url or "")
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    named = bool(_HOST.fullmatch(host)) and len(host) <= _LONGEST_HOST
    return parts.scheme in {"http", "https"} and named and "@" not in parts.netloc and len(url or "") <= _LONGEST
