"""A list of addresses, known by its content: plain, a feed (RSS, Atom, JSON), a sitemap or an index of sitemaps."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from morgue.acquisition.errors import AcquisitionError
from morgue.capture import CaptureError
from morgue.capture.errors import plain
from morgue.capture.packed import unpack

_GZIP = b"\x1f\x8b"
_COMMENT = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list names: addresses of pages, and of further lists."""

    pages: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def read_list(payload: bytes, base: str, max_bytes: int) -> Listed:
    """Return what a list names, in its order; relative addresses are joined to ``base``, the list's own.

    Raise AcquisitionError where it is no list, or larger than ``max_bytes`` unpacked.
    """
    if payload.startswith(_GZIP):
        try:
            payload = unpack(payload, max_bytes)
        except CaptureError as error:
            raise AcquisitionError(str(error)) from error
    start = payload.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1]
    found = _xml(payload) if start == b"<" else _json(payload) if start == b"{" else Listed(tuple(_lines(payload)))
    return Listed(_joined(base, found.pages), _joined(base, found.lists))


def _joined(base: str, addresses: tuple[str, ...]) -> tuple[str, ...]:
    joined = []
    for address in addresses:
        try:
            joined.append(urljoin(base, address))
        except ValueError:  # what is no address is told as such when it is its turn
            joined.append(address)
    return tuple(joined)


def _lines(payload: bytes) -> Iterator[str]:
    """Yield the addresses of a plain list, a line each; ``#`` at a line's start or behind a space begins a comment."""
    try:
        text = payload.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AcquisitionError(
            "it is no list of addresses (no text in UTF-8); give a list, a feed or a sitemap"
        ) from None
    for line in text.split("\n"):
        address = _COMMENT.split(line, 1)[0].strip()
        if address:
            yield address


def _json(payload: bytes) -> Listed:
    """Read a JSON feed (jsonfeed.org)."""
    try:
        feed = json.loads(payload)
    except (ValueError, RecursionError):
        raise AcquisitionError("it begins as JSON does, but cannot be read as such; give it whole") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise AcquisitionError("it is JSON, but no feed: it has no items")
    addresses = (item.get("url") for item in items if isinstance(item, dict))
    return Listed(tuple(address.strip() for address in addresses if isinstance(address, str)))


def _xml(payload: bytes) -> Listed:
    # No entity is put in, nothing is fetched, and the parser's own limits on depth and size stay. What is malformed is
    # not mended: an address with a sign lost would lead to another page.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(payload.lstrip(b" \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise AcquisitionError(
            f"it cannot be read as a feed or a sitemap ({plain(error)}); mend it, or give its addresses as a plain "
            "list; a page is named without --from"
        ) from None
    kind = etree.QName(root).localname
    if kind == "sitemapindex":
        return Listed(lists=tuple(_texts(root, "sitemap", "loc")))
    if kind == "urlset":
        return Listed(tuple(_texts(root, "url", "loc")))
    if kind in {"rss", "RDF"}:
        return Listed(tuple(_texts(root, "item", "link", "guid")))
    if kind == "feed":
        return Listed(tuple(_entries(root)))
    raise AcquisitionError(f"it is no feed or sitemap, but {plain(kind)}; to capture a page, name it without --from")


def _texts(root: Any, parent: str, *names: str) -> Iterator[str]:
    """Yield the first address among the named children of each such parent."""
    for element in root.iter(f"{{*}}{parent}"):
        found = ((child.text or "").strip() for name in names for child in element.iterchildren(f"{{*}}{name}"))
        address = next((text for text in found if text), "")
        if address:
            yield address


def _entries(root: Any) -> Iterator[str]:
    """Yield the page of each entry of an Atom feed, which may have several links."""
    for entry in root.iter("{*}entry"):
        links = (link for link in entry.iterchildren("{*}link") if link.get("rel", "alternate") == "alternate")
        address = next((link.get("href", "").strip() for link in links), "")
        if address:
            yield address
